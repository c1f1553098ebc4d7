package hearth.desktop.details;

import hearth.desktop.fx.Question;
import hearth.desktop.session.Blocking;
import hearth.desktop.text.Messages;
import hearth.protocol.Role;
import hearth.protocol.UserId;
import java.util.ArrayList;
import java.util.List;

/// What this person can do with a member, mostly as an owner of the chat or of the server, and the
/// questions before it: one list, of which the menu and the card are made. Confined to the FX
/// thread.
public final class MemberCommands {
  private final DetailsViewModel model;
  private final Question.Asker asker;
  private final Blocking blocking;

  public MemberCommands(DetailsViewModel model, Question.Asker asker, Blocking blocking) {
    this.model = model;
    this.asker = asker;
    this.blocking = blocking;
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
    if (blocking.isOffered(member)) {
      boolean harm = !blocking.isBlocked(member);
      commands.add(
          new Command(blocking.label(member), harm, () -> blocking.ask(member, model::showError)));
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
