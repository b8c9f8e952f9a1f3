package dev.timelapse.usage;

import static dev.timelapse.scheduler.Trigger.every;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.ArgumentMatchers.anyString;
import static org.mockito.ArgumentMatchers.eq;
import static org.mockito.BDDMockito.given;
import static org.mockito.BDDMockito.then;
import static org.mockito.Mockito.doReturn;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.lenient;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.reset;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;
import static org.mockito.Mockito.when;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Outside;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.mockito.ArgumentCaptor;
import org.mockito.Captor;
import org.mockito.InOrder;
import org.mockito.Mock;
import org.mockito.Spy;
import org.mockito.junit.jupiter.MockitoExtension;

/**
 * What people who know Mockito write, with its extension and strict stubs, beside mocks of the
 * outside.
 */
@ExtendWith({MockitoExtension.class, TimelapseExtension.class})
class MockitoUsersTest {

  interface Prices {
    int of(String article);
  }

  interface Shop {
    void show(String article, int price);
  }

  static class Margin {

    int on(int price) {
      return price + 10;
    }
  }

  /** A class of somebody else's, of which there can be no other. */
  static final class Till {

    int open() {
      return -1;
    }
  }

  /** What is tested. */
  record Pricing(Prices prices, Shop shop, Margin margin) {

    void update(String article) {
      shop.show(article, margin.on(prices.of(article)));
    }
  }

  @Outside Prices prices;
  @Outside Shop shop;
  @Mock Shop plainShop;
  @Spy Margin margin = new Margin();
  @Captor ArgumentCaptor<Integer> shown;
  Timeline time;
  Scheduler scheduler;

  private Pricing pricing;

  @BeforeEach
  void build() {
    pricing = new Pricing(prices, shop, margin);
  }

  @Test
  void whenThenReturn_severalAnswers_comeOneAfterTheOther() {
    when(prices.of("tea")).thenReturn(5, 6).thenThrow(new IllegalStateException("closed"));
    scheduler.add("tea", every(ofHours(1)), () -> pricing.update("tea"));

    time.advanceBy(ofHours(3));

    verify(shop, times(2)).show(eq("tea"), shown.capture());
    assertThat(shown.getAllValues()).containsExactly(15, 16);
    assertThat(time.recording().firingsOf("tea"))
        .extracting(f -> f.failure() == null)
        .containsExactly(true, true, false);
  }

  @Test
  void bdd_andInOrder_acrossMocksOfBothKinds() {
    given(prices.of(anyString())).willReturn(1);
    scheduler.after(ofHours(1), () -> pricing.update("tea"));
    Pricing elsewhere = new Pricing(prices, plainShop, margin);
    scheduler.after(ofHours(2), () -> elsewhere.update("milk"));
    scheduler.after(ofHours(3), () -> pricing.update("coffee"));

    time.advanceBy(ofHours(3));

    InOrder order = inOrder(prices, shop, plainShop);
    order.verify(prices).of("tea");
    order.verify(shop).show("tea", 11);
    order.verify(prices).of("milk");
    order.verify(plainShop).show("milk", 11);
    order.verify(prices).of("coffee");
    order.verify(shop).show("coffee", 11);
    order.verifyNoMoreInteractions();
    then(margin).should(times(3)).on(1);
  }

  @Test
  void doReturn_stubsASpyAndAMockOfTheOutside() {
    doReturn(7).when(prices).of("tea");
    doReturn(100).when(margin).on(7);
    doThrow(new IllegalStateException("sold out")).when(shop).show("tea", 100);

    assertThatThrownBy(() -> pricing.update("tea")).hasMessage("sold out");

    assertThat(time.recording().callsTo("shop")).hasSize(1);
  }

  @Test
  void lenientStub_mayBeUnused_aLaterOneGoesFirst() {
    lenient().when(prices.of(any())).thenReturn(1);
    lenient().when(prices.of("never asked for")).thenReturn(2);
    when(prices.of("tea")).thenReturn(3);

    pricing.update("tea");
    pricing.update("coffee");

    verify(shop).show("tea", 13);
    verify(shop).show("coffee", 11);
    verifyNoMoreInteractions(shop);
  }

  @Test
  void verifyInAScriptedEvent_seesWhatHappenedSoFar() {
    given(prices.of("tea")).willReturn(1);
    scheduler.add("tea", every(ofHours(1)), () -> pricing.update("tea"));
    time.at("PT30M", () -> verify(shop, never()).show(any(), eq(11)));
    time.at("PT90M", () -> verify(shop).show("tea", 11));
    time.at("PT150M", () -> verify(shop, times(2)).show("tea", 11));

    time.advanceBy(ofHours(3));

    then(shop).should(times(3)).show("tea", 11);
  }

  @Test
  void finalClass_asAParameter_isMockedLikeAnInterface(@Outside Till till) {
    when(till.open()).thenReturn(1);
    time.outside(till).takes(ofMinutes(5));
    scheduler.after(ofHours(1), till::open);

    time.advanceBy(ofHours(2));

    verify(till).open();
    assertThat(time.recording().callsTo("till"))
        .singleElement()
        .satisfies(call -> assertThat(call.took()).isEqualTo(ofMinutes(5)));
  }

  @Test
  void reset_forgetsStubsAndCalls_theMockStaysOnTheTimeline() {
    given(prices.of("tea")).willReturn(1);
    time.outside(prices).takes(ofMinutes(5));
    pricing.update("tea");
    reset(prices, shop);
    given(prices.of("tea")).willReturn(2);

    pricing.update("tea");

    verify(shop).show("tea", 12);
    verifyNoMoreInteractions(shop);
    assertThat(time.elapsed()).isEqualTo(ofMinutes(10));
  }

  @Test
  void strandOfTheTest_callsMocksThroughTheSystem_itsDirectCallIsTheTests() throws Exception {
    given(prices.of("tea")).willReturn(4);
    time.outside(prices).takes(ofMinutes(5));
    Future<?> one = time.strand("one", () -> pricing.update("tea"));
    Future<Integer> other = time.strand("other", () -> prices.of("tea"));

    time.advanceBy(ofMinutes(5));

    assertThat(one).isDone();
    assertThat(other.get()).isEqualTo(4);
    verify(prices, times(2)).of("tea");
    assertThat(time.recording().callsTo("prices"))
        .singleElement()
        .satisfies(call -> assertThat(call.took()).isEqualTo(ofMinutes(5)));
  }
}
