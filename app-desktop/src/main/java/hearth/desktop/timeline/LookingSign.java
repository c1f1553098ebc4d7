package hearth.desktop.timeline;

import hearth.client.model.ChatItem;
import hearth.desktop.fx.FxClock;
import hearth.desktop.session.ServerViewModel;
import hearth.protocol.Sign;
import java.time.Duration;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;

/// Shows the others of the chat in view that this person is looking at it, for as long as that is
/// so. Confined to the FX thread.
final class LookingSign implements AutoCloseable {
  /// The client sends a sign again only after half of its time.
  private static final Duration PAUSE = Duration.ofMillis(Sign.LOOKING.millis() / 2 + 100);

  private final ServerViewModel server;
  private final ObservableValue<Boolean> attentive;
  private final FxClock.Delay again;
  private final Subscription subscriptions;

  LookingSign(ServerViewModel server, ObservableValue<Boolean> attentive, FxClock clock) {
    this.server = server;
    this.attentive = attentive;
    this.again = clock.delay(PAUSE, this::show);
    this.subscriptions =
        Subscription.combine(
            attentive.subscribe(now -> show()), server.currentProperty().subscribe(now -> show()));
  }

  private void show() {
    again.stop();
    ChatItem chat = server.currentChat().orElse(null);
    if (chat != null && attentive.getValue() && !isTooLarge(chat)) {
      server.client().show(chat.id(), Sign.LOOKING);
      again.restart();
    }
  }

  private static boolean isTooLarge(ChatItem chat) {
    return chat.chat().members().size() > Sign.LOOKING.members();
  }

  @Override
  public void close() {
    subscriptions.unsubscribe();
    again.stop();
  }
}
