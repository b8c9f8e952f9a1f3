package dev.timelapse.testkit.model;

import dev.timelapse.testkit.model.Instruction.Await;
import dev.timelapse.testkit.model.Instruction.Cancel;
import dev.timelapse.testkit.model.Instruction.Locked;
import dev.timelapse.testkit.model.Instruction.Post;
import dev.timelapse.testkit.model.Instruction.Say;
import dev.timelapse.testkit.model.Instruction.Signal;
import dev.timelapse.testkit.model.Instruction.Sleep;
import dev.timelapse.testkit.model.Instruction.Start;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;

/**
 * A random program: queues, what the script does when, and how far the test advances each time.
 *
 * @param workers for each queue, 0 for a scheduler, or the number of workers of an executor
 * @param script what happens
 * @param advances how far time is advanced, one after the other
 */
record Program(List<Integer> workers, List<Scripted> script, List<Integer> advances) {

  static final int SIGNALS = 2;
  static final int LOCKS = 2;
  private static final int DEEPEST = 3;

  /** Something of the script. */
  record Scripted(int at, int priority, List<Instruction> body) {}

  static Program random(long seed) {
    return new Generator(new SplittableRandom(seed)).program();
  }

  private static final class Generator {

    private final SplittableRandom random;
    private final int queues;
    private int names;

    Generator(SplittableRandom random) {
      this.random = random;
      this.queues = 1 + random.nextInt(4);
    }

    Program program() {
      List<Integer> workers = new ArrayList<>();
      for (int i = 0; i < queues; i++) {
        workers.add(random.nextInt(3));
      }
      List<Scripted> script = new ArrayList<>();
      for (int i = 1 + random.nextInt(6); i > 0; i--) {
        script.add(new Scripted(random.nextInt(20), random.nextInt(3) - 1, body(0)));
      }
      List<Integer> advances = new ArrayList<>();
      for (int i = 1 + random.nextInt(5); i > 0; i--) {
        advances.add(random.nextInt(15));
      }
      advances.add(200);
      return new Program(workers, script, advances);
    }

    private List<Instruction> body(int depth) {
      List<Instruction> body = new ArrayList<>();
      for (int i = 1 + random.nextInt(4); i > 0; i--) {
        body.add(instruction(depth));
      }
      return body;
    }

    private Instruction instruction(int depth) {
      int kinds = depth < DEEPEST ? 8 : 5;
      return switch (random.nextInt(kinds)) {
        case 0 -> new Say("line " + names++);
        case 1 -> new Sleep(random.nextInt(6));
        case 2 -> new Cancel(1 + random.nextInt(3));
        case 3 ->
            new Await(random.nextInt(SIGNALS), random.nextInt(4) == 0 ? 0 : 1 + random.nextInt(8));
        case 4 -> new Signal(random.nextInt(SIGNALS));
        case 5 ->
            new Post(random.nextInt(queues), random.nextInt(5), random.nextInt(2), body(depth + 1));
        case 6 -> new Start(body(depth + 1));
        default -> new Locked(random.nextInt(LOCKS), body(DEEPEST));
      };
    }
  }
}
