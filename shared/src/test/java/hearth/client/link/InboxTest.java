package hearth.client.link;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class InboxTest {
  private static final String LARGE = "x".repeat(8 * 1024 * 1024);

  private final Inbox inbox = new Inbox();

  @Test
  void whatIsTooMuchWaitsUntilThereIsRoom() throws Exception {
    assertThat(inbox.take(LARGE)).isTrue();
    var second = take();
    assertThat(second).isNotDone();
    inbox.done(LARGE);
    assertThat(second.get(10, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void nobodyWaitsForAClientThatHasEnded() throws Exception {
    assertThat(inbox.take(LARGE)).isTrue();
    var second = take();
    inbox.close();
    assertThat(second.get(10, TimeUnit.SECONDS)).isFalse();
    assertThat(inbox.take("late")).isFalse();
  }

  /// Takes on another thread, and waits until that is over or has to wait.
  private CompletableFuture<Boolean> take() {
    var taken = new CompletableFuture<Boolean>();
    Thread taker = Thread.ofPlatform().daemon().start(() -> taken.complete(inbox.take(LARGE)));
    while (!taken.isDone() && taker.getState() != Thread.State.WAITING) {
      Thread.onSpinWait();
    }
    return taken;
  }
}
