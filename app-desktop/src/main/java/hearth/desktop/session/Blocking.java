package hearth.desktop.session;

import hearth.desktop.fx.Question;
import hearth.desktop.text.DisplayText;
import hearth.desktop.text.ErrorText;
import hearth.desktop.text.Messages;
import hearth.protocol.Blocked;
import hearth.protocol.Chat;
import hearth.protocol.UserId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/// Whom this person has blocked, and how they block somebody or let them through again: in menus,
/// on the card of a member and in the chat itself. Confined to the FX thread.
public final class Blocking {
  private final ServerViewModel server;
  private final DisplayText display;
  private final Question.Asker asker;

  public Blocking(ServerViewModel server, DisplayText display, Question.Asker asker) {
    this.server = server;
    this.display = display;
    this.asker = asker;
  }

  public boolean isBlocked(UserId person) {
    return server.ownProperty().get().blocks(person);
  }

  /// The block by which a chat is silent: that of the other person of a direct chat.
  public Optional<Blocked> of(Chat chat) {
    List<Blocked> all = server.ownProperty().get().blocked();
    return all.isEmpty()
        ? Optional.empty() // asked for each chat with each change of one
        : display
            .other(chat)
            .flatMap(other -> all.stream().filter(one -> one.user().equals(other)).findFirst());
  }

  /// Whether this person can be blocked, or let through again.
  public boolean isOffered(UserId person) {
    boolean here = server.person(person).filter(user -> !user.deleted()).isPresent();
    return server.offers("block") && !display.isMe(person) && (here || isBlocked(person));
  }

  /// What [#ask] would do, as the label of a command.
  public String label(UserId person) {
    return Messages.get(isBlocked(person) ? "block.off" : "block.on");
  }

  /// Blocks a person, or lets them through again, after a question.
  ///
  /// @param refused hears why it was not done
  public void ask(UserId person, Consumer<String> refused) {
    boolean on = !isBlocked(person);
    String name = display.name(person);
    asker.ask(
        new Question(
            Messages.get(on ? "block-question.title" : "unblock-question.title", name),
            Messages.get(on ? "block-question.body" : "unblock-question.body", name),
            Messages.get(on ? "block-question.yes" : "unblock-question.yes"),
            Messages.get("button.cancel"),
            on),
        () -> set(person, on, refused));
  }

  /// Lets a person through again.
  ///
  /// @param refused hears why it was not done
  public void unblock(UserId person, Consumer<String> refused) {
    set(person, false, refused);
  }

  private void set(UserId person, boolean on, Consumer<String> refused) {
    server.whenDone(
        server.client().account().setBlocked(person, on),
        done -> {},
        failure -> refused.accept(ErrorText.ofOwn(failure)));
  }
}
