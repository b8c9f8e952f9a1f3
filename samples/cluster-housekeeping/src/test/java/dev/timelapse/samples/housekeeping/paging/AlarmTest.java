package dev.timelapse.samples.housekeeping.paging;

import static org.assertj.core.api.Assertions.assertThatIOException;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.BDDMockito.then;
import static org.mockito.BDDMockito.willDoNothing;
import static org.mockito.BDDMockito.willThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.times;

import dev.timelapse.scheduler.TimeSource;
import java.io.IOException;
import org.junit.jupiter.api.Test;

class AlarmTest {

  private final Pager pager = mock(Pager.class);
  private final PagingListener listener = mock(PagingListener.class);
  private final Alarm alarm = new OnCall(pager, TimeSource.system(), listener).alarm("disk");

  @Test
  void alarm_raisedAgainAndAgain_pagesOnceAnEpisode() throws Exception {
    alarm.raise("full");
    alarm.raise("still full");
    alarm.clear("room again");
    alarm.clear("still room");
    alarm.raise("full again");

    then(pager).should().page("disk", "full");
    then(pager).should().resolve("disk", "room again");
    then(pager).should().page("disk", "full again");
    then(pager).shouldHaveNoMoreInteractions();
  }

  @Test
  void pager_fails_isTriedAgainAtTheNextCheck() throws Exception {
    willThrow(new IOException("no signal")).willDoNothing().given(pager).page(any(), any());

    assertThatIOException().isThrownBy(() -> alarm.raise("full"));
    then(listener).shouldHaveNoInteractions();
    alarm.raise("still full");

    then(pager).should(times(2)).page(any(), any());
    then(listener).should().paged(any(), any(), any());
  }

  @Test
  void pager_failsToResolve_isTriedAgainAtTheNextCheck() throws Exception {
    alarm.raise("full");
    willThrow(new IOException("no signal")).given(pager).resolve(any(), any());
    assertThatIOException().isThrownBy(() -> alarm.clear("room"));

    willDoNothing().given(pager).resolve(any(), any());
    alarm.clear("room");

    then(listener).should().resolved(any(), any(), any());
  }
}
