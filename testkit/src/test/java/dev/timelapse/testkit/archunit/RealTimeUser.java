package dev.timelapse.testkit.archunit;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.Year;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.util.Calendar;
import java.util.Date;
import java.util.GregorianCalendar;
import java.util.Timer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Uses real time in every way that is to be found, one in each method; never run. */
final class RealTimeUser {

  /** What reads the wall clock. */
  @SuppressWarnings({"JavaTimeDefaultTimeZone", "JavaUtilDate", "UnusedMethod"})
  static final class WallClock {

    Object currentTimeMillis() {
      return System.currentTimeMillis();
    }

    Object instant() {
      return Instant.now();
    }

    Object localDate() {
      return LocalDate.now();
    }

    Object localDateOfZone() {
      return LocalDate.now(ZoneOffset.UTC);
    }

    Object localDateTime() {
      return LocalDateTime.now();
    }

    Object zonedDateTime() {
      return ZonedDateTime.now();
    }

    Object offsetDateTime() {
      return OffsetDateTime.now();
    }

    Object year() {
      return Year.now();
    }

    Object chronology() {
      return IsoChronology.INSTANCE.dateNow();
    }

    Object systemUtc() {
      return Clock.systemUTC();
    }

    Object systemDefaultZone() {
      return Clock.systemDefaultZone();
    }

    Object system() {
      return Clock.system(ZoneOffset.UTC);
    }

    Object tickSeconds() {
      return Clock.tickSeconds(ZoneOffset.UTC);
    }

    Object instantSource() {
      return InstantSource.system();
    }

    Object date() {
      return new Date();
    }

    Object calendar() {
      return Calendar.getInstance();
    }

    Object gregorianCalendar() {
      return new GregorianCalendar();
    }

    Supplier<Instant> methodReference() {
      return Instant::now;
    }

    Supplier<Date> constructorReference() {
      return Date::new;
    }

    Supplier<Object> lambda() {
      return () -> Stream.generate(System::currentTimeMillis);
    }
  }

  /** What reads elapsed time. */
  static final class Elapsed {

    long nanoTime() {
      return System.nanoTime();
    }

    LongSupplier reference() {
      return System::nanoTime;
    }
  }

  /** What waits in real time. */
  @SuppressWarnings("WaitNotInLoop")
  static final class Sleep {

    private final ReentrantLock lock = new ReentrantLock();
    private final Condition condition = lock.newCondition();
    private final BlockingQueue<String> queue = new ArrayBlockingQueue<>(1);

    void threadSleep() throws InterruptedException {
      Sleeper.sleep(1);
    }

    void join(Thread thread) throws InterruptedException {
      thread.join(10);
    }

    void parkNanos() {
      LockSupport.parkNanos(1);
    }

    synchronized void objectWait() throws InterruptedException {
      wait(10);
    }

    void awaitNanos() throws InterruptedException {
      condition.awaitNanos(1);
    }

    boolean await() throws InterruptedException {
      return condition.await(1, TimeUnit.SECONDS);
    }

    boolean tryLock() throws InterruptedException {
      return lock.tryLock(1, TimeUnit.SECONDS);
    }

    String poll() throws InterruptedException {
      return queue.poll(1, TimeUnit.SECONDS);
    }

    boolean latch(CountDownLatch latch) throws InterruptedException {
      return latch.await(1, TimeUnit.SECONDS);
    }

    boolean semaphore(Semaphore semaphore) throws InterruptedException {
      return semaphore.tryAcquire(1, TimeUnit.SECONDS);
    }

    /** Calls a method of {@link Thread} by another name. */
    static final class Sleeper extends Thread {}
  }

  /** What starts timers. */
  static final class Timers {

    Timer timer() {
      return new Timer("mine", true);
    }

    ScheduledExecutorService pool() {
      return Executors.newScheduledThreadPool(1);
    }

    ScheduledExecutorService single() {
      return Executors.newSingleThreadScheduledExecutor();
    }

    ScheduledExecutorService threads() {
      return new ScheduledThreadPoolExecutor(1);
    }
  }

  /** What sets time-outs. */
  static final class TimeOuts {

    CompletableFuture<String> orTimeout(CompletableFuture<String> future) {
      return future.orTimeout(1, TimeUnit.SECONDS);
    }

    CompletableFuture<String> completeOnTimeout(CompletableFuture<String> future) {
      return future.completeOnTimeout("late", 1, TimeUnit.SECONDS);
    }

    Executor delayedExecutor() {
      return CompletableFuture.delayedExecutor(1, TimeUnit.SECONDS);
    }
  }

  /** What is fine: time that was injected, and waits that have no time in them. */
  static final class Clean {

    private final Clock clock;
    private final ScheduledExecutorService executor;
    private final ReentrantLock lock = new ReentrantLock();

    Clean(Clock clock, ScheduledExecutorService executor) {
      this.clock = clock;
      this.executor = executor;
    }

    Object now() {
      return LocalDate.now(clock).atStartOfDay(clock.getZone()).plus(Duration.ofDays(1));
    }

    @SuppressWarnings("JavaUtilDate")
    Object date() {
      return new Date(clock.millis());
    }

    Object calendar() {
      return new GregorianCalendar(2026, Calendar.MARCH, 28);
    }

    Object schedule() throws Exception {
      return executor.schedule(() -> "done", 1, TimeUnit.HOURS).get(2, TimeUnit.HOURS);
    }

    Supplier<Instant> reference() {
      return clock::instant;
    }

    void join(Thread thread) throws InterruptedException {
      thread.join();
    }

    void lock() {
      lock.lock();
    }
  }

  private RealTimeUser() {}
}
