package dev.timelapse.scheduler.benchmark.simulation;

import java.util.function.IntFunction;

/** The schedulers that are compared. The order that each promises is checked first. */
public enum Peer {
  TIMELAPSE(pending -> new TimelapseSimulator()),
  PRIORITY_QUEUE(pending -> new PriorityQueueSimulator()),
  REACTOR(pending -> new ReactorSimulator()),
  RXJAVA(pending -> new RxJavaSimulator()),
  KOTLINX(pending -> new KotlinxSimulator()),
  AGRONA(AgronaSimulator::new),
  JMOCK(pending -> new JMockSimulator());

  private final IntFunction<Simulator> constructor;

  Peer(IntFunction<Simulator> constructor) {
    this.constructor = constructor;
  }

  /** Creates a scheduler for about so many pending events, of {@link Delays#MEAN} each. */
  Simulator create(int pending) {
    OrderCheck.check(this, constructor.apply(pending));
    return constructor.apply(pending);
  }
}
