package hearth.server.chat;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.server.metrics.Supervision;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PublisherTest {
  @Test
  void aFailingTaskDoesNotStopTheOthers() {
    AtomicInteger done = new AtomicInteger();
    try (Publisher publisher = new Publisher(Supervision.uncounted((_, _) -> {}))) {
      publisher.put(
          () -> {
            throw new IllegalStateException("a bug, made for this test");
          });
      publisher.put(
          () -> {
            throw new StackOverflowError("made for this test");
          });
      publisher.put(done::incrementAndGet);
      publisher.flush();
    }
    assertThat(done).hasValue(1);
  }
}
