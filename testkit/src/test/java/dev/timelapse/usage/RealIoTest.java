package dev.timelapse.usage;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

import dev.timelapse.scheduler.Scheduler;
import dev.timelapse.testkit.Timeline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What users of virtual time ask for again and again: that time does not jump, and time-outs do not
 * strike, while a task talks to something real (Kotlin/kotlinx.coroutines#4505;
 * tokio-rs/tokio#4614, #4522).
 */
class RealIoTest {

  private final Timeline time =
      Timeline.startingAt(Instant.parse("2026-03-01T00:00:00Z"), ZoneOffset.UTC);
  private final Scheduler scheduler = Scheduler.using(time.timeSource()).build();
  private final CountDownLatch mayAnswer = new CountDownLatch(1);
  private final List<String> log = new ArrayList<>();
  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());

  RealIoTest() throws IOException {}

  @BeforeEach
  void answerLate() {
    Thread slow =
        new Thread(
            () -> {
              try (Socket client = server.accept()) {
                // Some real time passes: as long as it takes to look at an empty latch.
                assertThat(mayAnswer.await(200, TimeUnit.MILLISECONDS)).isFalse();
                client.getOutputStream().write(42);
              } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
              }
            });
    slow.setDaemon(true);
    slow.start();
  }

  @AfterEach
  void close() throws IOException {
    server.close();
    time.close();
  }

  @Test
  void jobReadsASlowRealSocket_theVirtualTimeOutOfMillisecondsDoesNotStrike() {
    scheduler.after(ofSeconds(1), () -> log.add("read " + read() + " at " + time.elapsed()));
    time.after(ofSeconds(1).plus(ofMillis(1)), () -> log.add("time-out at " + time.elapsed()));

    time.advanceBy(ofSeconds(10));

    assertThat(log).containsExactly("read 42 at PT1S", "time-out at PT1.001S");
  }

  @Test
  void testWaitsForAStrandThatReadsASlowRealSocket_itsTimeOutDoesNotStrike() throws Exception {
    var answer = time.strand("client", this::read);

    try {
      assertThat(answer.get(1, TimeUnit.MILLISECONDS)).isEqualTo(42);
    } catch (TimeoutException e) {
      throw new AssertionError("virtual time has passed during real I/O", e);
    }
    assertThat(time.elapsed()).isZero();
  }

  private int read() throws IOException {
    try (Socket socket = new Socket(server.getInetAddress(), server.getLocalPort())) {
      return socket.getInputStream().read();
    }
  }
}
