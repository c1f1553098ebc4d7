package hearth.desktop.timeline;

import hearth.client.model.Change;
import hearth.desktop.fx.FxClock;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.ActionText;
import java.time.Duration;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.util.Subscription;

/// Says for some seconds why something in the chat in view was refused. Confined to the FX thread.
public final class RefusalViewModel implements AutoCloseable {
  private static final Duration SHOWN = Duration.ofSeconds(6);

  private final ServerViewModel server;
  private final ReadOnlyStringWrapper sentence = new ReadOnlyStringWrapper("");
  private final FxClock.Delay end;
  private final Subscription subscription;

  public RefusalViewModel(ServerViewModel server, FxClock clock) {
    this.server = server;
    this.end = clock.delay(SHOWN, () -> sentence.set(""));
    this.subscription = server.onRefused(this::refused);
  }

  /// Empty while nothing is to be said.
  public ReadOnlyStringProperty sentenceProperty() {
    return sentence.getReadOnlyProperty();
  }

  void say(String now) {
    sentence.set(now);
    end.restart();
  }

  void clear() {
    end.stop();
    sentence.set("");
  }

  private void refused(Change.ActionRefused refused) {
    if (refused.chat().equals(server.currentProperty().get())) {
      say(ActionText.refused(refused.action(), refused.fault()));
    }
  }

  @Override
  public void close() {
    subscription.unsubscribe();
    clear();
  }
}
