package hearth.desktop.details;

import hearth.desktop.fx.Question;
import hearth.desktop.text.Messages;
import hearth.protocol.Role;
import hearth.protocol.UserId;
import java.util.ArrayList;
import java.util.List;

/// What the owners of the chat and of the server can do with a member, and the questions before it:
/// one list, of which the menu and the card are made. Confined to the FX thread.
public final class MemberCommands {
  private final DetailsViewModel model;
  private final Question.Asker asker;

  public MemberCommands(DetailsViewModel model, Question.Asker asker) {
    this.model = model;
    this.asker = asker;
  }

  /// What can be done with this member now; empty for nothing.
  List<Command> of(UserId member) {
    List<Command> commands = new ArrayList<>();
    if (model.mayMakeOwner(member)) {
      commands.add(new Command(Messages.get("member.make-owner"), false, () -> makeOwner(member)));
    }
    for (Role role : model.roles(member)) {
      commands.add(new Command(Messages.get(labelOf(role)), false, model.giving(member, role)));
    }
    if (model.mayRemove(member)) {
      commands.add(new Command(Messages.get("member.remove"), true, () -> remove(member)));
    }
    if (model.mayDeleteUser(member)) {
      commands.add(new Command(Messages.get("member.delete"), true, () -> delete(member)));
    }
    return commands;
  }

  private static String labelOf(Role role) {
    return switch (role) {
      case ADMIN -> "member.make-admin";
      case READER -> "member.make-reader";
      case MEMBER, OWNER, UNKNOWN -> "member.make-member";
    };
  }

  private void delete(UserId member) {
    asker.ask(
        new Question(
            Messages.get("delete-person-question.title", model.display().name(member)),
            Messages.get("delete-person-question.body"),
            Messages.get("delete-person-question.yes"),
            Messages.get("button.cancel"),
            true),
        model.deletingUser(member));
  }

  private void makeOwner(UserId member) {
    String name = model.display().name(member);
    asker.ask(
        new Question(
            Messages.get("owner-question.title", name),
            Messages.get("owner-question.body", name),
            Messages.get("owner-question.yes"),
            Messages.get("button.cancel"),
            false),
        model.makingOwner(member));
  }

  private void remove(UserId member) {
    asker.ask(
        new Question(
            Messages.get("remove-question.title", model.display().name(member), model.title()),
            Messages.get(
                model.display().isAlias(member)
                    ? "remove-question.masked"
                    : "remove-question.body"),
            Messages.get("remove-question.yes"),
            Messages.get("button.cancel"),
            true),
        model.removing(member));
  }

  /// @param harm whether it is destructive
  /// @param act asks first
  record Command(String label, boolean harm, Runnable act) {}
}
