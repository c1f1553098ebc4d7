package hearth.desktop.composer;

import hearth.client.model.ChatItem;
import hearth.client.model.TimelineRow;
import hearth.desktop.fx.Completion;
import hearth.desktop.fx.FxClock;
import hearth.desktop.markdown.MentionText;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.desktop.text.Times;
import hearth.protocol.Action;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Limits;
import hearth.protocol.Permission;
import hearth.protocol.Sign;
import hearth.protocol.UserId;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// What is being written in the chat in view; each chat keeps its own. Confined to the FX thread.
public final class ComposerViewModel {
  private static final Duration DRAFT_PAUSE = Duration.ofMillis(400);

  /// Most characters that can be written or pasted, far more than can be sent: laying out a whole
  /// file would stop the window.
  private static final int MOST = 5 * Limits.TEXT;

  private final ServerViewModel server;
  private final DisplayText display;
  private final MentionCandidates candidates;
  private final FxClock.Delay keepDraft;
  private final FxClock.Delay tick;
  private final StringProperty text = new SimpleStringProperty("");
  private final ReadOnlyObjectWrapper<ComposerMode> mode =
      new ReadOnlyObjectWrapper<>(new ComposerMode.Writing());
  private final ReadOnlyStringWrapper error = new ReadOnlyStringWrapper("");
  private final ReadOnlyIntegerWrapper remaining = new ReadOnlyIntegerWrapper(Limits.TEXT);
  private final ReadOnlyStringWrapper pause = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper silence = new ReadOnlyStringWrapper("");
  private final ReadOnlyObjectWrapper<@Nullable UserId> blocked = new ReadOnlyObjectWrapper<>();
  private Consumer<UserId> unblock = person -> {};
  private Runnable editLast = () -> {};
  private Runnable sent = () -> {};
  private Consumer<TimelineRow.Committed> emptied = message -> {};
  private @Nullable ChatId chat;

  /// The draft that is kept of the chat.
  private String known = "";

  private boolean switching;

  public ComposerViewModel(ServerViewModel server, DisplayText display, FxClock clock) {
    this.server = server;
    this.display = display;
    this.candidates = new MentionCandidates(server, display);
    this.keepDraft = clock.delay(DRAFT_PAUSE, this::keepDraft);
    this.tick = clock.delay(Duration.ofSeconds(1), this::showPause);
    text.subscribe(this::written);
    server.revisionProperty().subscribe(now -> chatChanged());
  }

  public DisplayText display() {
    return display;
  }

  public StringProperty textProperty() {
    return text;
  }

  public ReadOnlyObjectProperty<ComposerMode> modeProperty() {
    return mode.getReadOnlyProperty();
  }

  /// Why the text was not sent; empty while nothing is wrong.
  public ReadOnlyStringProperty errorProperty() {
    return error.getReadOnlyProperty();
  }

  /// How many code points may still be written; negative over the limit.
  public ReadOnlyIntegerProperty remainingProperty() {
    return remaining.getReadOnlyProperty();
  }

  /// What is left until slow mode lets one send again, as `12 s`; empty where nothing is, and for
  /// an edit.
  public ReadOnlyStringProperty pauseProperty() {
    return pause.getReadOnlyProperty();
  }

  /// Why nothing can be written in the chat; empty where it can.
  public ReadOnlyStringProperty silenceProperty() {
    return silence.getReadOnlyProperty();
  }

  /// The other person of the chat while they are blocked; null where nobody is.
  ReadOnlyObjectProperty<@Nullable UserId> blockedProperty() {
    return blocked.getReadOnlyProperty();
  }

  /// Sets what happens when the person wants to hear of somebody again.
  public void onUnblock(Consumer<UserId> told) {
    unblock = told;
  }

  void unblock() {
    UserId person = blocked.get();
    if (person != null) {
      unblock.accept(person);
    }
  }

  /// Who may be meant by the last characters before the caret.
  Optional<Completion.Found> findMention(String before) {
    return candidates.find(before);
  }

  /// Sets what happens when the person asks to edit their last message.
  public void onEditLast(Runnable told) {
    editLast = told;
  }

  /// Sets what happens when a new message was sent.
  public void onSent(Runnable told) {
    sent = told;
  }

  /// Sets what happens when an edit leaves no text.
  public void onEmptied(Consumer<TimelineRow.Committed> told) {
    emptied = told;
  }

  /// Goes on with another chat's draft.
  public void open(ChatId next) {
    if (next.equals(chat)) {
      return;
    }
    leave();
    chat = next;
    known = draftOf(next);
    replace(known);
    showPause();
    showSilence();
  }

  private String draftOf(ChatId of) {
    return server.chat(of).map(item -> item.own().draft()).orElse("");
  }

  private void chatChanged() {
    showPause();
    showSilence();
    takeDraft();
  }

  /// What was begun on another device goes on here, unless something else was begun here.
  private void takeDraft() {
    if (chat == null || keepDraft.isRunning()) {
      return;
    }
    String now = draftOf(chat);
    if (!now.equals(known)) {
      boolean untouched = text.get().equals(known) && mode.get() instanceof ComposerMode.Writing;
      known = now;
      if (untouched) {
        replace(now);
      }
    }
  }

  private void showSilence() {
    boolean may =
        Optional.ofNullable(chat)
            .flatMap(server::chat)
            .map(item -> item.chat().allows(item.own().as(), Permission.POST))
            .orElse(true);
    UserId other =
        Optional.ofNullable(chat)
            .flatMap(server::chat)
            .flatMap(item -> display.other(item.chat()))
            .filter(server.ownProperty().get()::blocks)
            .orElse(null);
    blocked.set(other);
    if (other != null) {
      leaveMode();
      silence.set(Messages.get("composer.blocked", display.firstName(other)));
    } else {
      silence.set(may ? "" : Messages.get("composer.silence"));
    }
  }

  /// Goes on with a text that was already being written.
  public void resume(String writing, ComposerMode as) {
    replace(writing);
    mode.set(as);
    showPause();
  }

  /// Keeps what is written, as the chat or the window goes away.
  public void leave() {
    leaveMode();
    if (keepDraft.isRunning()) {
      keepDraft.stop();
      keepDraft();
    }
  }

  /// What is written from here on replies to a message.
  public void reply(TimelineRow.Committed message) {
    leaveMode();
    mode.set(new ComposerMode.Replying(message));
  }

  /// Takes a message's text to be changed; what was being written comes back afterwards.
  public void edit(TimelineRow.Committed message) {
    if (message.content() instanceof Content.Text(String content)) {
      String before = MentionText.shown(content, display::mention);
      leaveMode();
      if (keepDraft.isRunning()) {
        keepDraft.stop();
        keepDraft();
      }
      String draft = text.get();
      replace(before);
      mode.set(new ComposerMode.Editing(message, before, draft));
      showPause();
    }
  }

  /// Edits the last message, where nothing is being written.
  ///
  /// @return whether it may be
  public boolean editLast() {
    boolean may = text.get().isEmpty() && mode.get() instanceof ComposerMode.Writing;
    if (may) {
      editLast.run();
    }
    return may;
  }

  /// Goes back to writing a new message.
  ///
  /// @return whether there was anything to go back from
  public boolean leaveMode() {
    ComposerMode before = mode.get();
    mode.set(new ComposerMode.Writing());
    if (before instanceof ComposerMode.Editing editing) {
      replace(editing.draft());
      showPause();
    }
    return !(before instanceof ComposerMode.Writing);
  }

  /// Sends what is written. What is refused stays, with the reason said; so does what slow mode
  /// does not let through yet.
  public void send() {
    if (chat == null) {
      return;
    }
    switch (mode.get()) {
      case ComposerMode.Writing() -> post(chat, 0);
      case ComposerMode.Replying replying -> post(chat, replying.seq());
      case ComposerMode.Editing editing -> save(chat, editing);
    }
  }

  private void post(ChatId to, long replyTo) {
    if (!text.get().isBlank() && pause.get().isEmpty()) {
      Content content = new Content.Text(sent());
      if (append(to, new Action.Post(content, replyTo))) {
        mode.set(new ComposerMode.Writing());
        text.set("");
        leave();
        sent.run();
      }
    }
  }

  private String sent() {
    return MentionText.sent(text.get(), candidates.all());
  }

  private void save(ChatId in, ComposerMode.Editing editing) {
    String now = text.get().strip();
    if (now.isEmpty()) {
      emptied.accept(editing.message());
    } else if (now.equals(editing.before().strip())
        || append(in, new Action.Edit(editing.seq(), new Content.Text(sent())))) {
      leaveMode();
    }
  }

  private boolean append(ChatId to, Action action) {
    if (remaining.get() < 0) {
      error.set(ErrorText.of(Fault.TEXT_TOO_LONG));
      return false;
    }
    try {
      server.append(to, action);
      return true;
    } catch (FaultException refused) {
      error.set(ErrorText.of(refused.fault()));
      return false;
    }
  }

  /// Whether the text may become that long; says so where it may not. Shortening it always helps.
  public boolean takes(int before, int now) {
    boolean fits = now <= MOST || now < before;
    if (!fits) {
      error.set(Messages.get("composer.too-long", Limits.TEXT));
    }
    return fits;
  }

  /// A draft of an earlier version may be longer than what is taken today.
  private void replace(String now) {
    switching = true;
    text.set(now.length() <= MOST ? now : now.substring(0, MOST));
    switching = false;
  }

  private void written(String now) {
    String kept = now.strip();
    remaining.set(Limits.TEXT - kept.codePointCount(0, kept.length()));
    error.set("");
    if (chat == null || switching || mode.get() instanceof ComposerMode.Editing) {
      return;
    }
    keepDraft.restart();
    if (!now.isBlank()) {
      server.client().show(chat, Sign.TYPING);
    }
  }

  private void showPause() {
    Duration left =
        Optional.ofNullable(chat)
            .filter(now -> !(mode.get() instanceof ComposerMode.Editing))
            .flatMap(server::chat)
            .map(this::untilPost)
            .orElse(Duration.ZERO);
    long seconds = left.plusMillis(999).toSeconds();
    if (seconds > 0) {
      pause.set(Times.left(seconds));
      tick.restart(left.minusSeconds(seconds - 1));
    } else {
      pause.set("");
      tick.stop();
    }
  }

  /// A time further off than slow mode can be was noted before this device's clock was set back.
  private Duration untilPost(ChatItem item) {
    Duration left = Duration.between(display.times().now(), item.own().mayPostAt());
    return left.toSeconds() > Limits.SLOW_MODE_SECONDS ? Duration.ZERO : left;
  }

  private void keepDraft() {
    if (chat != null) {
      known = text.get();
      server.client().draft(chat, known);
    }
  }
}
