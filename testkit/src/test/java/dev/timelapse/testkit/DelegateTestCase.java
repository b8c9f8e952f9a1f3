package dev.timelapse.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.Mockito.verify;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ExtendWith(TimelapseExtension.class)
class DelegateTestCase {

  interface Queue {

    void add(String item);

    List<String> items();
  }

  static final class MemoryQueue implements Queue {

    private final List<String> items = new ArrayList<>();

    @Override
    public void add(String item) {
      items.add(item);
    }

    @Override
    public List<String> items() {
      return List.copyOf(items);
    }
  }

  /** Stands for the system. */
  record Producer(Queue queue) {

    List<String> produce() {
      queue.add("x");
      return queue.items();
    }
  }

  @Outside(delegate = MemoryQueue.class)
  Queue queue;

  @Test
  void fakeBehindAField_isNewForEachTest_first(Timeline time) {
    assertThat(new Producer(queue).produce()).containsExactly("x");
    verify(queue).add("x");
    assertThat(time.recording().callsTo("queue")).hasSize(2);
  }

  @Test
  void fakeBehindAField_isNewForEachTest_second() {
    assertThat(new Producer(queue).produce()).containsExactly("x");
  }

  @Test
  void fakeBehindAParameter(@Outside(delegate = MemoryQueue.class) Queue other) {
    assertThat(new Producer(other).produce()).containsExactly("x");
  }

  @Test
  void lenientParameter(@Outside(lenient = true) Queue other) {
    assertThat(new Producer(other).produce()).isEmpty();
  }

  @Test
  void delegateOfAnotherType_isRefused(@Outside(delegate = ArrayList.class) Queue other) {
    throw new AssertionError("not reached");
  }
}
