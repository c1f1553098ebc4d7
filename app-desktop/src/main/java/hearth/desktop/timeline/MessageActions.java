package hearth.desktop.timeline;

import hearth.client.model.TimelineRow;
import hearth.desktop.composer.ComposerViewModel;
import hearth.desktop.fx.Question;
import hearth.desktop.markdown.MentionLink;
import hearth.desktop.session.ServerViewModel;
import hearth.desktop.text.ActionText;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatId;
import hearth.protocol.Content;
import hearth.protocol.FaultException;
import hearth.protocol.Forwarded;
import hearth.protocol.Permission;
import hearth.protocol.Preferences;
import hearth.protocol.Reaction;
import hearth.protocol.ReceiptTimes;
import hearth.protocol.Role;
import hearth.protocol.UserId;
import hearth.protocol.Version;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// What this person may do with the messages of the open chat, and does. Confined to the FX thread.
public final class MessageActions {
  private static final int FIRST_WORDS = 80;
  private static final int FIRST_OF_LINK = 300;

  private final ServerViewModel server;
  private final TimelineViewModel timeline;
  private final DisplayText display;
  private final ComposerViewModel composer;
  private final ChatDialogs dialogs;
  private final RefusalViewModel refusal;

  /// The actions of a timeline's chat.
  ///
  /// @param timeline whose messages they are for
  public MessageActions(
      TimelineViewModel timeline,
      ComposerViewModel composer,
      ChatDialogs dialogs,
      RefusalViewModel refusal) {
    this.server = timeline.server();
    this.timeline = timeline;
    this.display = timeline.display();
    this.composer = composer;
    this.dialogs = dialogs;
    this.refusal = refusal;
  }

  /// Whether every member may do this with a message.
  ///
  /// @param feature the type of the action, which the server may lack
  boolean may(String feature, TimelineRow row) {
    return isMessage(row) && server.offers(feature);
  }

  boolean mayEdit(TimelineRow row) {
    return isOwn(row)
        && isOwnWords(row)
        && row.content() instanceof Content.Text
        && server.offers("edit")
        && !isSilent();
  }

  boolean mayDelete(TimelineRow row) {
    return isMessage(row) && (isOwn(row) || isAdmin()) && server.offers("delete");
  }

  boolean mayPin(TimelineRow row) {
    return may("pin", row) && allows(Permission.PIN);
  }

  boolean isPinned(TimelineRow row) {
    return server
        .chat(chat())
        .filter(item -> item.chat().settings().pins().contains(row.seq()))
        .isPresent();
  }

  boolean hasVersions(TimelineRow row) {
    return row instanceof TimelineRow.Committed committed && committed.row().editedAt() != null;
  }

  /// Whether it is told who has read a message.
  boolean hasReaders(TimelineRow row) {
    return isMessage(row) && isOwn(row);
  }

  /// Asks when a message of one's own reached the others; not of a server that does not keep it.
  void receipts(TimelineRow row, Consumer<List<ReceiptTimes>> then) {
    if (hasReaders(row) && server.offers("receipts")) {
      server.whenDone(server.client().lookups().receipts(chat(), row.seq()), then, failure -> {});
    }
  }

  boolean hasReactions(TimelineRow row) {
    return row instanceof TimelineRow.Committed committed && !committed.row().reactions().isEmpty();
  }

  boolean hasFailed(TimelineRow row) {
    return row instanceof TimelineRow.Unsent unsent && unsent.pending().failed();
  }

  private boolean isMessage(TimelineRow row) {
    return row instanceof TimelineRow.Committed committed
        && committed.content() != null
        && !committed.row().erased();
  }

  private boolean isOwn(TimelineRow row) {
    return row instanceof TimelineRow.Committed committed && display.isMe(committed.row().author());
  }

  private ChatId chat() {
    return timeline.chat();
  }

  private static boolean isOwnWords(TimelineRow row) {
    return !(row.action() instanceof Action.Post post) || post.forwarded() == null;
  }

  private boolean isAdmin() {
    return server
        .chat(chat())
        .filter(item -> item.chat().kind() != Chat.Kind.DIRECT)
        .filter(item -> item.chat().roleOf(item.own().as()).atLeast(Role.ADMIN))
        .isPresent();
  }

  /// Whether the other person is blocked, so that nothing is written here.
  private boolean isSilent() {
    return server
        .chat(chat())
        .flatMap(item -> display.other(item.chat()))
        .filter(server.ownProperty().get()::blocks)
        .isPresent();
  }

  private boolean allows(Permission permission) {
    return server
        .chat(chat())
        .filter(item -> item.chat().allows(item.own().as(), permission))
        .isPresent();
  }

  /// Whether a message of the open chat may be answered: by those who may write here.
  boolean mayReply(TimelineRow row) {
    return may("post", row) && allows(Permission.POST) && !isSilent();
  }

  /// Whether a message can be repeated elsewhere: what is said in a masked chat stays there.
  boolean mayForward(TimelineRow row) {
    return may("forward", row)
        && row.content() instanceof Content.Text
        && server.chat(chat()).filter(display::isMasked).isEmpty();
  }

  /// Chooses a chat to repeat a message in.
  void forward(TimelineRow row) {
    forward(List.of(row));
  }

  /// Chooses a chat to repeat messages in.
  void forward(List<TimelineRow> rows) {
    List<Action.Post> repeated =
        rows.stream().filter(this::mayForward).map(this::repeating).toList();
    if (!repeated.isEmpty()) {
      dialogs.forward(repeated);
    }
  }

  private Action.Post repeating(TimelineRow row) {
    UserId first =
        row.action() instanceof Action.Post post && post.forwarded() != null
            ? post.forwarded().author()
            : timeline.author(row);
    return new Action.Post(
        Objects.requireNonNull(row.content()),
        0,
        new Forwarded(first, new Forwarded.Origin(chat(), row.seq())));
  }

  /// When this person is to be reminded of a message; null for never.
  @Nullable Instant reminder(TimelineRow row) {
    return server.chat(chat()).stream()
        .flatMap(item -> item.own().preferences().reminders().stream())
        .filter(reminder -> reminder.seq() == row.seq())
        .map(Preferences.Reminder::at)
        .findFirst()
        .orElse(null);
  }

  /// Sets when this person is to be reminded of a message; null for never.
  void remind(TimelineRow row, @Nullable Instant at) {
    append(new Action.Remind(row.seq(), at));
  }

  /// Whether the person may come back to a message later, as if they had not read it.
  boolean mayMarkUnread(TimelineRow row) {
    return may("markUnread", row) && !isOwn(row);
  }

  void markUnread(TimelineRow row) {
    append(new Action.MarkUnread(row.seq()));
    timeline.markUnread(row.seq());
  }

  void reply(TimelineRow row) {
    if (row instanceof TimelineRow.Committed message) {
      composer.reply(message);
    }
  }

  void edit(TimelineRow row) {
    if (row instanceof TimelineRow.Committed message) {
      composer.edit(message);
    }
  }

  /// Edits this person's last message, where there is one that may be.
  void editLast(List<TimelineItem> items) {
    items.reversed().stream()
        .map(TimelineItem::row)
        .filter(this::mayEdit)
        .findFirst()
        .ifPresent(this::edit);
  }

  /// Sets this person's reaction with an emoji, or takes it back.
  void toggle(TimelineRow row, String emoji) {
    if (row instanceof TimelineRow.Committed message) {
      boolean on =
          message.row().reactions().stream()
              .filter(reaction -> reaction.emoji().equals(emoji))
              .map(Reaction::users)
              .noneMatch(users -> users.stream().anyMatch(display::isMe));
      append(new Action.React(message.seq(), emoji, on));
    }
  }

  /// Pins a message for everybody, or takes the pin back.
  void pin(TimelineRow row, boolean on) {
    append(new Action.Pin(row.seq(), on));
  }

  /// Deletes a message for everybody, after asking.
  void delete(TimelineRow row) {
    if (!(row instanceof TimelineRow.Committed message)) {
      return;
    }
    String words = new ActionText(display).preview(message.action());
    dialogs.ask(
        new Question(
            Messages.get("delete-question.title"),
            Messages.get("delete-question.words", ActionText.firstWords(words, FIRST_WORDS))
                + "\n"
                + Messages.get("delete-question.body"),
            Messages.get("delete-question.yes"),
            Messages.get("delete-question.no"),
            true),
        () -> {
          if (composer.modeProperty().get().seq() == message.seq()) {
            composer.leaveMode();
          }
          append(new Action.Delete(message.seq()));
        });
  }

  /// Chooses another day of the chat, near that of a row.
  void chooseDay(TimelineRow row) {
    if (server.offers("findTime")) {
      dialogs.chooseDay(row.at());
    }
  }

  /// Opens a link, or the card of somebody who is mentioned; after asking if its words may be taken
  /// for another address.
  void open(MessageLink link) {
    Optional<UserId> person = MentionLink.person(link.target());
    if (person.isPresent()) {
      dialogs.card(person.get());
      return;
    }
    if (!link.isMisleading()) {
      dialogs.open(link.target());
      return;
    }
    String target = ActionText.firstWords(link.target(), FIRST_OF_LINK);
    dialogs.ask(
        new Question(
            Messages.get("link-question.title"),
            Messages.get("link-question.body", target),
            Messages.get("link-question.yes"),
            Messages.get("link-question.no"),
            true),
        () -> dialogs.open(link.target()));
  }

  /// Fetches what a message held before, oldest first.
  void versions(TimelineRow row, Consumer<List<Version>> then, Consumer<String> refused) {
    server.whenDone(
        server.client().lookups().versions(chat(), row.seq()),
        then,
        failure -> refused.accept(ErrorText.of(failure)));
  }

  /// Sends a message that was refused once more.
  void retry(TimelineRow row) {
    if (row instanceof TimelineRow.Unsent unsent) {
      server.client().retry(unsent.sendId());
    }
  }

  /// Gives up a message that was refused.
  void discard(TimelineRow row) {
    if (row instanceof TimelineRow.Unsent unsent) {
      server.client().discard(unsent.sendId());
    }
  }

  /// Does something in the chat; what is refused at once is said.
  void append(Action action) {
    try {
      server.append(chat(), action);
    } catch (FaultException refused) {
      refusal.say(ErrorText.of(refused));
    }
  }
}
