package dev.timelapse.recipes;

import static java.time.Duration.ofDays;
import static java.time.Duration.ofHours;
import static java.time.Duration.ofMinutes;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.testkit.Timelapse;
import dev.timelapse.testkit.TimelapseExtension;
import dev.timelapse.testkit.Timeline;
import java.time.Clock;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.RejectedExecutionHandler;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.task.AsyncTaskExecutor;
import org.springframework.scheduling.TaskScheduler;
import org.springframework.scheduling.annotation.Async;
import org.springframework.scheduling.annotation.EnableAsync;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.scheduling.annotation.SchedulingConfigurer;
import org.springframework.scheduling.concurrent.ConcurrentTaskExecutor;
import org.springframework.scheduling.concurrent.ConcurrentTaskScheduler;
import org.springframework.scheduling.concurrent.ThreadPoolTaskScheduler;

/**
 * Spring on a timeline: {@code @Scheduled} and {@code @Async} find a {@code TaskScheduler} and a
 * task executor that are made of virtual executors; the scheduler is given the timeline's clock
 * too, from which Spring computes its delays. In a Spring Boot test they are beans of a
 * {@code @TestConfiguration}. A {@code SchedulingConfigurer} names the scheduler, since Spring
 * would else put a router before it whose clock is the machine's, and {@code initialDelay} is
 * counted from that.
 *
 * <p>A clock step is not noticed by a trigger that is already waiting, as in production: Spring
 * turns the next instant into a delay once. {@code SimpleAsyncTaskScheduler} cannot be used: it
 * makes its own threads, and its own executor for the timing. In real time remain {@code
 * StopWatch}, and {@code @Retryable} and {@code RetryTemplate}, which call {@code Thread.sleep}.
 */
@ExtendWith(TimelapseExtension.class)
@Timelapse(start = "2026-03-27", zone = "Europe/Berlin")
class SpringRecipeTest {

  @Test
  void scheduledMethods_runForADay_overTheChangeOfTheClocks(Timeline time) {
    try (var context = contextOn(time)) {
      context.register(Backups.class);
      context.refresh();

      time.advanceBy(ofDays(3));

      Backups backups = context.getBean(Backups.class);
      assertThat(backups.made)
          .containsExactly("2026-03-27T03:30", "2026-03-28T03:30", "2026-03-29T03:30");
      assertThat(backups.probes).isEqualTo(3 * 24 * 60);
    }
  }

  @Test
  void asyncMethod_takesItsVirtualTime(Timeline time) {
    try (var context = contextOn(time)) {
      context.register(Reports.class);
      context.refresh();

      CompletableFuture<String> report = context.getBean(Reports.class).write(time);

      assertThat(time.futures().of(report).join()).isEqualTo("report of 2026-03-27T00:20");
      assertThat(time.elapsed()).isEqualTo(ofMinutes(20));
    }
  }

  @Test
  void threadPoolTaskScheduler_isGivenTheExecutor(Timeline time) {
    List<String> log = new ArrayList<>();
    ThreadPoolTaskScheduler scheduler = new OnTimeline(time);
    scheduler.setPoolSize(2);
    scheduler.initialize();
    scheduler.scheduleAtFixedRate(() -> log.add(time.elapsed() + " rate"), ofHours(1));
    scheduler.schedule(() -> log.add(time.elapsed() + " once"), time.now().plusSeconds(90));
    scheduler.scheduleWithFixedDelay(
        () -> {
          log.add(time.elapsed() + " delay");
          time.sleep(ofMinutes(10));
        },
        time.now().plusSeconds(1200),
        ofMinutes(30));

    time.advanceBy(ofMinutes(75));
    scheduler.shutdown();
    time.advanceBy(ofHours(5));

    assertThat(log)
        .containsExactly("PT0S rate", "PT1M30S once", "PT20M delay", "PT1H rate", "PT1H delay");
    assertThat(scheduler.getScheduledExecutor().isTerminated()).isTrue();
  }

  private static AnnotationConfigApplicationContext contextOn(Timeline time) {
    var context = new AnnotationConfigApplicationContext();
    context.registerBean(Clock.class, () -> time.clock());
    TaskScheduler scheduler = taskScheduler(time);
    context.registerBean("taskScheduler", TaskScheduler.class, () -> scheduler);
    context.registerBean(
        SchedulingConfigurer.class, () -> registrar -> registrar.setTaskScheduler(scheduler));
    context.registerBean("taskExecutor", AsyncTaskExecutor.class, () -> taskExecutor(time));
    return context;
  }

  private static TaskScheduler taskScheduler(Timeline time) {
    ConcurrentTaskScheduler scheduler = new ConcurrentTaskScheduler(time.executor());
    scheduler.setClock(time.clock());
    return scheduler;
  }

  private static AsyncTaskExecutor taskExecutor(Timeline time) {
    return new ConcurrentTaskExecutor(time.executor(8));
  }

  /** The usual scheduler of Spring, where it must be that class. */
  private static final class OnTimeline extends ThreadPoolTaskScheduler {

    private static final long serialVersionUID = 1L;

    private final transient Timeline time;

    OnTimeline(Timeline time) {
      this.time = time;
      setClock(time.clock());
    }

    @Override
    protected ScheduledExecutorService createExecutor(
        int poolSize, ThreadFactory threads, RejectedExecutionHandler handler) {
      return time.executor(poolSize);
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableScheduling
  static class Backups {

    final List<String> made = new ArrayList<>();
    int probes;
    private final Clock clock;

    Backups(Clock clock) {
      this.clock = clock;
    }

    @Scheduled(cron = "0 30 3 * * *", zone = "Europe/Berlin")
    void back() {
      made.add(LocalDateTime.now(clock).toString());
    }

    @Scheduled(fixedRate = 60_000, initialDelay = 60_000)
    void probe() {
      probes++;
    }
  }

  @Configuration(proxyBeanMethods = false)
  @EnableAsync
  static class Reports {

    private final Clock clock;

    Reports(Clock clock) {
      this.clock = clock;
    }

    @Async
    CompletableFuture<String> write(Timeline time) {
      time.sleep(ofMinutes(20));
      return CompletableFuture.completedFuture("report of " + LocalDateTime.now(clock));
    }
  }
}
