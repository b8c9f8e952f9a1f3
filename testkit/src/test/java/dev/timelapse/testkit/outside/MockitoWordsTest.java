package dev.timelapse.testkit.outside;

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
import static org.mockito.BDDMockito.willAnswer;
import static org.mockito.BDDMockito.willReturn;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.inOrder;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.mockingDetails;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoMoreInteractions;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Timeline;
import java.io.IOException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.mockito.ArgumentCaptor;
import org.mockito.InOrder;
import org.mockito.Mockito;
import org.mockito.exceptions.verification.NoInteractionsWanted;
import org.mockito.exceptions.verification.TooManyActualInvocations;
import org.mockito.exceptions.verification.VerificationInOrderFailure;
import org.mockito.exceptions.verification.opentest4j.ArgumentsAreDifferent;

/** Mocks of the outside are Mockito mocks, whether Mockito sees their calls or is told later. */
class MockitoWordsTest {

  /** A class to mock, and one that cannot be a subclass's. */
  static final class Pager {

    private final String number;

    Pager(String number) {
      this.number = number;
    }

    String page(String text) {
      return number + ": " + text;
    }
  }

  record OnCall(Pager pager) {

    String wake() {
      return pager.page("wake up");
    }
  }

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private final MapStore fake = new MapStore();
  private final Store store = time.outside(Store.class, fake);
  private final Client client = new Client(store);

  @AfterEach
  void end() {
    time.close();
  }

  @Test
  void callsOnAFake_areVerifiedAndCounted() {
    scheduler.add("write", every(ofHours(1)), () -> client.write("a"));
    time.advanceBy(ofHours(3));

    then(store).should(times(3)).put(eq("a"), any());
    verify(store, never()).put(eq("b"), any());
    verifyNoMoreInteractions(store);
    assertThatThrownBy(() -> verify(store).put(eq("a"), any()))
        .isInstanceOf(TooManyActualInvocations.class)
        .hasMessageContaining("But was 3 times");
    assertThat(mockingDetails(store).getInvocations()).hasSize(3);
    time.advanceBy(ofHours(1));
    verify(store, times(4)).put(eq("a"), any());
  }

  @Test
  void unwantedCall_isReportedByMockito_withWhereItWasMade() {
    client.write("a");

    assertThatThrownBy(() -> verifyNoMoreInteractions(store))
        .isInstanceOf(NoInteractionsWanted.class)
        .hasMessageContaining("-> at dev.timelapse.testkit.outside.Client.write");
    assertThatThrownBy(() -> verify(store).put(eq("b"), any()))
        .isInstanceOf(ArgumentsAreDifferent.class)
        .hasMessageContaining("store.put(");
  }

  @Test
  void severalUnwantedCalls_ofJobsAndOfTheTest_areReportedByMockito() {
    scheduler.after(ofHours(1), () -> client.write("a"));
    time.advanceBy(ofHours(1));
    client.write("b");
    verify(store).put(eq("b"), any());

    assertThatThrownBy(() -> verifyNoMoreInteractions(store))
        .isInstanceOf(NoInteractionsWanted.class)
        .hasMessageContaining("-> from a job; the recording has it as store.put(\"a\", byte[3])")
        .hasMessageContaining("[?]-> ");
    assertThatThrownBy(() -> then(store).shouldHaveNoInteractions())
        .isInstanceOf(NoInteractionsWanted.class);
  }

  @Test
  void captor_getsTheArgumentsOfAllCalls() {
    for (String key : List.of("a", "b", "c")) {
      client.write(key);
    }
    ArgumentCaptor<String> keys = ArgumentCaptor.forClass(String.class);

    verify(store, times(3)).put(keys.capture(), any());

    assertThat(keys.getAllValues()).containsExactly("a", "b", "c");
  }

  @Test
  @SuppressWarnings("DirectInvocationOnMock") // In place of a system that calls it.
  void inOrder_knowsTheOrderAcrossFakesStubsAndOtherMocks() {
    Runnable plain = mock(Runnable.class);
    Store stubbed = time.mockOutside(Store.class, "stubbed");
    given(stubbed.list()).willReturn(List.of());
    scheduler.after(
        ofHours(1),
        () -> {
          client.write("a");
          plain.run();
          assertThat(new Client(stubbed).store().list()).isEmpty();
          client.write("b");
        });
    time.advanceBy(ofHours(1));

    InOrder order = inOrder(store, plain, stubbed);
    order.verify(store).put(eq("a"), any());
    order.verify(plain).run();
    order.verify(stubbed).list();
    order.verify(store).put(eq("b"), any());
    order.verifyNoMoreInteractions();
    InOrder wrong = inOrder(store, plain);
    wrong.verify(plain).run();
    assertThatThrownBy(() -> wrong.verify(store).put(eq("a"), any()))
        .isInstanceOf(VerificationInOrderFailure.class);
  }

  @Test
  void stubs_comeBeforeTheFake_andOnlyForTheirArguments() throws IOException {
    willReturn("apple", "avocado").given(store).get("a");
    willThrow(new IOException("rotten")).given(store).get("b");
    willAnswer(call -> call.getArgument(0) + "!").given(store).get("c");
    willAnswer(call -> call.getArguments().length).given(store).delete(any(String[].class));
    fake.keys.add("d");

    assertThat(client.read("a")).isEqualTo("apple");
    assertThat(client.read("a")).isEqualTo("avocado");
    assertThatThrownBy(() -> client.read("b")).hasMessage("rotten");
    assertThat(client.read("c")).isEqualTo("c!");
    assertThat(client.read("d")).isEqualTo("D");
    assertThat(client.delete("x", "y", "z")).isEqualTo(3);
    verify(store).delete("x", "y", "z");
  }

  @Test
  void realMethodOfAnInterface_isCalledIfTheStubSaysSo() throws IOException {
    Store stubbed = time.outside(Store.class);
    given(stubbed.get(anyString())).willReturn("apple");
    given(stubbed.getOrEmpty("a")).willCallRealMethod();

    assertThat(new Client(stubbed).store().getOrEmpty("a")).isEqualTo("apple");
    assertThatThrownBy(() -> given(stubbed.list()).willCallRealMethod())
        .hasMessageContaining("Cannot call abstract real method");
    Mockito.reset(stubbed);
  }

  @Test
  void clearedCalls_areForgotten_theFakeIsNot() {
    client.write("a");
    Mockito.clearInvocations(store);
    client.write("b");

    verify(store).put(eq("b"), any());
    verifyNoMoreInteractions(store);
    Mockito.reset(store);
    client.write("c");
    verify(store).put(eq("c"), any());
    verifyNoMoreInteractions(store);
    assertThat(fake.keys).containsExactly("a", "b", "c");
    assertThat(time.recording().calls()).hasSize(3);
  }

  @Test
  void finalClass_isMockedLikeAnInterface() {
    Pager pager = time.outside(Pager.class);
    given(pager.page(anyString())).willReturn("paged");
    time.outside(pager).takes(ofMinutes(2));
    time.outside(pager).returns("scripted").onCall(2);
    OnCall system = new OnCall(pager);

    assertThat(system.wake()).isEqualTo("paged");
    assertThat(system.wake()).isEqualTo("scripted");

    assertThat(time.elapsed()).isEqualTo(ofMinutes(4));
    verify(pager, times(2)).page("wake up");
    assertThat(time.recording().callsTo("pager")).hasSize(2);
    Mockito.reset(pager);
    time.outside(pager)
        .answeredBy(new Pager("112"))
        .failsWith(IllegalStateException::new)
        .onCall(2);
    assertThat(system.wake()).isEqualTo("112: wake up");
    assertThatThrownBy(system::wake).isInstanceOf(IllegalStateException.class);
    assertThat(pager).hasToString("pager");
  }

  @Test
  void mocks_areEqualToThemselves_andTheirHashIsNoChance() {
    Store other = time.outside(Store.class);

    assertThat(List.of(other, store)).contains(store);
    assertThat(store).isNotEqualTo(other);
    assertThat(store.hashCode()).isEqualTo("store".hashCode());
    assertThat(other).hasToString("store 2");
    assertThat(time.recording().calls()).isEmpty();
  }
}
