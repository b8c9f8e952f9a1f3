package dev.timelapse.scheduler.benchmark.timeouts;

import java.util.function.IntFunction;

/** The schedulers that are compared. */
public enum Peer {
  TIMELAPSE(TimelapseTimeouts::new),
  STPE(StpeTimeouts::new),
  NETTY(NettyTimeouts::new),
  AGRONA(AgronaTimeouts::new),
  KOTLINX(KotlinxTimeouts::new),
  REACTOR(ReactorTimeouts::new),
  RXJAVA(RxJavaTimeouts::new);

  private final IntFunction<Timeouts> constructor;

  Peer(IntFunction<Timeouts> constructor) {
    this.constructor = constructor;
  }

  /** Creates a scheduler that keeps so many handles. */
  Timeouts create(int handles) {
    return constructor.apply(handles);
  }
}
