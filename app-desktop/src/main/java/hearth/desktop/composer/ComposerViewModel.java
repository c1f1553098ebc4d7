package hearth.desktop.composer;

import hearth.client.ChatItem;
import hearth.desktop.fx.FxClock;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Times;
import hearth.protocol.ChatId;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is being written in the chat in view; each chat keeps its own. Confined to the FX thread.
public final class ComposerViewModel {
  private static final Duration DRAFT_PAUSE = Duration.ofMillis(400);

  private final ServerViewModel live;
  private final Times times;
  private final FxClock.Delay keepDraft;
  private final FxClock.Delay tick;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper remaining = new ReadOnlyIntegerWrapper(Limits.TEXT);
  private final ReadOnlyStringWrapper pause = new ReadOnlyStringWrapper("");
  private @Nullable ChatId chat;
  private boolean switching;

  public ComposerViewModel(ServerViewModel live, Times times, FxClock clock) {
    this.live = live;
    this.times = times;
    this.keepDraft = clock.delay(DRAFT_PAUSE, this::keepDraft);
    this.tick = clock.delay(Duration.ofSeconds(1), this::showPause);
    text.subscribe(this::written);
    live.revisionProperty().subscribe(now -> showPause());
  }

  public StringProperty textProperty() {
    return text;
  }

  /// Why the text was not sent; empty while nothing is wrong.
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /// How many code points may still be written; negative over the limit.
  public ReadOnlyIntegerProperty remainingProperty() {
    return remaining.getReadOnlyProperty();
  }

  /// What is left until slow mode lets one send again, as `12 s`; empty where nothing is.
  public ReadOnlyStringProperty pauseProperty() {
    return pause.getReadOnlyProperty();
  }

  /// Goes on with another chat's draft.
  public void open(ChatId next) {
    if (next.equals(chat)) {
      return;
    }
    leave();
    chat = next;
    switching = true;
    text.set(live.chat(next).map(ChatItem::draft).orElse(""));
    switching = false;
    showPause();
  }

  /// Goes on with a text that was already being written.
  public void resume(String writing) {
    switching = true;
    text.set(writing);
    switching = false;
  }

  /// Keeps what is written, as the window goes away.
  public void leave() {
    if (keepDraft.isRunning()) {
      keepDraft.stop();
      keepDraft();
    }
  }

  /// Sends what is written. What is refused stays, with the reason said; so does what slow mode
  /// does not let through yet.
  public void send() {
    if (chat == null || text.get().isBlank() || !pause.get().isEmpty()) {
      return;
    }
    if (remaining.get() < 0) {
      error.set(ErrorText.of(Fault.TEXT_TOO_LONG));
      return;
    }
    try {
      live.client().post(chat, text.get());
      text.set("");
      leave();
    } catch (FaultException refused) {
      error.set(ErrorText.of(refused.fault()));
    }
  }

  private void written(String now) {
    String kept = now.strip();
    remaining.set(Limits.TEXT - kept.codePointCount(0, kept.length()));
    error.set("");
    if (chat == null || switching) {
      return;
    }
    keepDraft.restart();
    if (!now.isBlank()) {
      live.client().typing(chat);
    }
  }

  private void showPause() {
    Instant mayPostAt =
        Optional.ofNullable(chat)
            .flatMap(live::chat)
            .map(ChatItem::mayPostAt)
            .orElse(Instant.EPOCH);
    Duration left = Duration.between(times.now(), mayPostAt);
    long seconds = left.plusMillis(999).toSeconds();
    if (seconds > 0) {
      pause.set(Times.left(seconds));
      tick.restart(left.minusSeconds(seconds - 1));
    } else {
      pause.set("");
      tick.stop();
    }
  }

  private void keepDraft() {
    if (chat != null) {
      live.client().draft(chat, text.get());
    }
  }
}
