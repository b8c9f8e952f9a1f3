package dev.timelapse.recipes;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.Executor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.test.context.ContextConfiguration;
import org.springframework.test.context.junit.jupiter.SpringExtension;

/**
 * Spring's test context on timelines. Spring keeps it for many tests, while each test has a
 * timeline of its own. So the beans of that context are given a clock and an executor that go to
 * the timeline of the test at hand, which one line in {@code @BeforeEach} names; tests that share
 * such a context must not run in parallel. What starts working by itself when its context starts,
 * as {@code @Scheduled} methods do, would start before any test has a timeline: it is started by
 * each test, in a context whose parent is the one that is kept.
 *
 * <p>The two extensions may stand in either order. A field or parameter with an annotation of
 * Spring's is a bean, one without is the timeline's. A constructor that bears {@code @Autowired}
 * itself belongs to Spring with all of its parameters: annotate the parameters instead.
 */
@ExtendWith({SpringExtension.class, TimelapseExtension.class})
@ContextConfiguration(
    classes = {SpringExtensionRecipeTest.TestTime.class, SpringExtensionRecipeTest.Orders.class})
@Timelapse(start = "2026-03-27", zone = "Europe/Berlin")
class SpringExtensionRecipeTest {

  @Autowired Orders orders;
  private @Nullable AnnotationConfigApplicationContext jobs;

  @BeforeEach
  void tellTheBeans(@Autowired TestTime beans, Timeline time) {
    beans.goesTo(time);
  }

  @AfterEach
  void stopTheJobs() {
    if (jobs != null) {
      jobs.close();
    }
  }

  @Test
  void beanOfTheSharedContext_hasTheTimeOfTheTest(Timeline time) {
    time.advanceBy(ofHours(5));
    orders.take();
    time.runCurrent();

    assertThat(orders.log).endsWith("taken 2026-03-27T05:00", "sent 2026-03-27T05:00");
  }

  @Test
  @Timelapse(start = "2030-01-01")
  void sameBeanInAnotherTest_hasTheTimeOfThatOne(Timeline time) {
    orders.take();
    time.runCurrent();

    assertThat(orders.log).endsWith("taken 2030-01-01T00:00", "sent 2030-01-01T00:00");
  }

  @Test
  void scheduledMethods_runInAContextOfTheTest_onBeansOfTheSharedOne(
      Timeline time, @Autowired ApplicationContext shared) {
    jobs = new AnnotationConfigApplicationContext();
    jobs.setParent(shared);
    ConcurrentTaskScheduler scheduler = new ConcurrentTaskScheduler(time.executor());
    scheduler.setClock(time.clock());
    jobs.registerBean(
        SchedulingConfigurer.class, () -> registrar -> registrar.setTaskScheduler(scheduler));
    jobs.register(NightlyOrder.class);
    jobs.refresh();
    orders.log.clear();

    time.advanceBy(ofDays(3));

    assertThat(orders.log)
        .containsExactly(
            "taken 2026-03-27T03:30", "sent 2026-03-27T03:30",
            "taken 2026-03-28T03:30", "sent 2026-03-28T03:30",
            "taken 2026-03-29T03:30", "sent 2026-03-29T03:30");
  }

  /** The time of the test at hand, as beans; in a Spring Boot test a {@code @TestConfiguration}. */
  @Configuration(proxyBeanMethods = false)
  static class TestTime {

    private @Nullable Timeline time;
    private @Nullable Executor executor;

    void goesTo(Timeline timeline) {
      time = timeline;
      executor = timeline.executor();
    }

    private Timeline time() {
      return Objects.requireNonNull(time, "no test has told its timeline yet");
    }

    @Bean
    Clock clock() {
      return new Clock() {
        @Override
        public ZoneId getZone() {
          return time().zone();
        }

        @Override
        public Clock withZone(ZoneId zone) {
          return time().clock(zone);
        }

        @Override
        public Instant instant() {
          return time().now();
        }
      };
    }

    @Bean
    Executor executor() {
      return task -> Objects.requireNonNull(executor, "no test yet").execute(task);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  static class NightlyOrder {

    private final Orders orders;

    NightlyOrder(Orders orders) {
      this.orders = orders;
    }

    @Scheduled(cron = "0 30 3 * * *", zone = "Europe/Berlin")
    void order() {
      orders.take();
    }
  }

  /** A bean of the system under test. */
  static class Orders {

    final List<String> log = new ArrayList<>();
    private final Clock clock;
    private final Executor executor;

    Orders(Clock clock, Executor executor) {
      this.clock = clock;
      this.executor = executor;
    }

    void take() {
      log.add("taken " + LocalDateTime.now(clock));
      executor.execute(() -> log.add("sent " + LocalDateTime.now(clock)));
    }
  }
}
