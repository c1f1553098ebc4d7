package hearth.server.net;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.server.policy.ClientNetwork;
import hearth.server.policy.Rate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class HandshakeQueueTest {
  private static final ClientNetwork SCHOOL = new ClientNetwork(1);
  private static final ClientNetwork HOME = new ClientNetwork(2);

  private final Set<Integer> gone = new HashSet<>();
  private long now = Long.MAX_VALUE - 5; // as System.nanoTime may be

  private HandshakeQueue<Integer> queue(Rate perAddress, Rate inAll, int capacity) {
    return new HandshakeQueue<>(
        new ConnectionLimits.Handshakes(perAddress, inAll),
        capacity,
        handshake -> !gone.contains(handshake));
  }

  private List<Integer> due(HandshakeQueue<Integer> queue) {
    List<Integer> due = new ArrayList<>();
    for (Integer next = queue.next(now); next != null; next = queue.next(now)) {
      due.add(next);
    }
    return due;
  }

  private void pass(long millis) {
    now += TimeUnit.MILLISECONDS.toNanos(millis);
  }

  @Test
  void aClassroomBeginsAtOnceAndAFloodInItsTurn() {
    HandshakeQueue<Integer> queue = queue(new Rate(200, 40), new Rate(600, 120), 10_000);
    for (int i = 0; i < 1_000; i++) {
      assertThat(queue.offer(i, SCHOOL, now)).isTrue();
    }
    assertThat(due(queue)).hasSize(200).startsWith(0, 1, 2);
    assertThat(queue.untilNext(now)).isEqualTo(TimeUnit.MILLISECONDS.toNanos(25));
    pass(1_000);
    assertThat(due(queue)).hasSize(40).startsWith(200);
    assertThat(queue.waiting()).isEqualTo(760);
  }

  @Test
  void nobodyWaitsForTheCrowdOfAnotherNetwork() {
    HandshakeQueue<Integer> queue = queue(new Rate(2, 1), new Rate(100, 100), 10_000);
    for (int i = 0; i < 1_000; i++) {
      queue.offer(i, SCHOOL, now);
    }
    queue.offer(5_000, HOME, now);
    assertThat(due(queue)).containsExactlyInAnyOrder(0, 1, 5_000);
  }

  @Test
  void allTogetherAreBoundedAndTakeTurns() {
    HandshakeQueue<Integer> queue = queue(new Rate(50, 50), new Rate(4, 1), 10_000);
    for (int i = 0; i < 10; i++) {
      queue.offer(i, SCHOOL, now);
    }
    for (int i = 100; i < 110; i++) {
      queue.offer(i, HOME, now);
    }
    assertThat(due(queue)).containsExactly(0, 100, 1, 101);
    pass(1_000);
    assertThat(due(queue)).containsExactly(2);
    assertThat(queue.untilNext(now)).isEqualTo(TimeUnit.SECONDS.toNanos(1));
  }

  @Test
  void whoHasGoneTakesNobodysTurn() {
    HandshakeQueue<Integer> queue = queue(new Rate(1, 1), new Rate(10, 10), 10);
    for (int i = 0; i < 10; i++) {
      assertThat(queue.offer(i, SCHOOL, now)).isTrue();
    }
    assertThat(queue.offer(10, HOME, now)).isFalse();
    assertThat(due(queue)).containsExactly(0);
    gone.addAll(List.of(1, 2, 3));
    pass(1_000);
    assertThat(due(queue)).containsExactly(4);
    assertThat(queue.waiting()).isEqualTo(5);
    assertThat(queue.offer(10, HOME, now)).isTrue();
  }

  @Test
  void anEmptyQueueHasNothingToWaitFor() {
    assertThat(queue(new Rate(1, 1), new Rate(1, 1), 1).untilNext(now)).isEqualTo(Long.MAX_VALUE);
    assertThat(due(queue(new Rate(1, 1), new Rate(1, 1), 1))).isEmpty();
  }

  @Test
  void networksThatNeedNotBeRememberedAreForgotten() {
    HandshakeQueue<Integer> queue = queue(new Rate(1, 1), Rate.ANY, 10);
    for (int i = 0; i < 100_000; i++) {
      assertThat(queue.offer(i, new ClientNetwork(i), now)).isTrue();
      assertThat(due(queue)).containsExactly(i);
      pass(10);
    }
    assertThat(queue.networks()).isLessThanOrEqualTo(1_024);
  }
}
