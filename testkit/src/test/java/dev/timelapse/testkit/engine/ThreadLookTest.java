package dev.timelapse.testkit.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.channels.Selector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

class ThreadLookTest {

  @Test
  void threadWaitsForALatchThenEnds_isBlocked_andGoesOnInTheEndNoMore() throws Exception {
    CountDownLatch open = new CountDownLatch(1);
    CompletableFuture<ThreadLook> look = new CompletableFuture<>();
    Thread thread =
        start(
            () -> {
              look.complete(ThreadLook.atMyself());
              open.await();
            });

    // It goes on until it is there.
    while (!ThreadLook.isBlocked(thread) || look.get().goesOn()) {
      Thread.onSpinWait();
    }

    open.countDown();
    thread.join();
    // To the kernel it takes a moment more to end.
    while (look.get().goesOn()) {
      Thread.onSpinWait();
    }
  }

  @Test
  void threadRuns_isNotBlocked_andTheKernelKnowsWhereItTells() throws Exception {
    AtomicBoolean enough = new AtomicBoolean();
    CompletableFuture<ThreadLook> look = new CompletableFuture<>();
    Thread thread =
        start(
            () -> {
              look.complete(ThreadLook.atMyself());
              while (!enough.get()) {
                Thread.onSpinWait();
              }
            });

    boolean kernelTells = Files.exists(Path.of("/proc/thread-self"));
    // The JVM may hold it up for a moment now and then, to load a class or to collect garbage.
    while (look.get().isWoken() != kernelTells) {
      Thread.onSpinWait();
    }
    assertThat(ThreadLook.isBlocked(thread)).isFalse();
    enough.set(true);
    thread.join();
  }

  @Test
  void threadIsInAChannel_doesIo() throws Exception {
    Selector selector = Selector.open();
    Thread thread = start(selector::select);

    while (!ThreadLook.doesIo(thread)) {
      Thread.onSpinWait();
    }

    selector.close();
    thread.join();
    assertThat(ThreadLook.doesIo(thread)).isFalse();
  }

  private interface Action {
    void run() throws Exception;
  }

  private static Thread start(Action action) {
    Thread thread =
        new Thread(
            () -> {
              try {
                action.run();
              } catch (Exception e) {
                throw new IllegalStateException(e);
              }
            });
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
