package hearth.protocol.json;

import static hearth.protocol.json.Field.required;
import static hearth.protocol.json.Field.usually;
import static hearth.protocol.json.Ids.USER_ID;
import static hearth.protocol.json.JsonTypes.FLAG;
import static hearth.protocol.json.JsonTypes.INT;
import static hearth.protocol.json.JsonTypes.LONG;
import static hearth.protocol.json.JsonTypes.STRING;
import static hearth.protocol.json.JsonTypes.list;
import static hearth.protocol.json.JsonTypes.words;

import hearth.protocol.Action;
import hearth.protocol.Capabilities;
import hearth.protocol.Content;
import hearth.protocol.Role;
import java.util.Map;

/// Every [Action] and [Content].
public final class Actions {
  static final JsonType<Role> ROLE =
      words(Role.UNKNOWN, Map.of("member", Role.MEMBER, "owner", Role.OWNER));

  static final Family<Content> CONTENTS =
      new Family<Content>()
          .with(
              "text",
              Content.Text.class,
              RecordType.of(required("text", STRING, Content.Text::text), Content.Text::new))
          .with("erased", Content.Erased.class, RecordType.of(Content.Erased::new));

  public static final JsonType<Content> CONTENT =
      new Tagged<>(
          CONTENTS,
          (type, _, raw) -> new Content.Unknown(type, raw),
          content -> content instanceof Content.Unknown unknown ? unknown.raw() : null);

  static final Family<Action> ACTIONS =
      new Family<Action>()
          .with(
              "post",
              Action.Post.class,
              RecordType.of(
                  required("content", CONTENT, Action.Post::content),
                  usually("replyTo", LONG, Action.Post::replyTo, 0L),
                  Action.Post::new))
          .with(
              "edit",
              Action.Edit.class,
              RecordType.of(
                  required("target", LONG, Action.Edit::target),
                  required("content", CONTENT, Action.Edit::content),
                  Action.Edit::new))
          .with(
              "delete",
              Action.Delete.class,
              RecordType.of(required("target", LONG, Action.Delete::target), Action.Delete::new))
          .with(
              "react",
              Action.React.class,
              RecordType.of(
                  required("target", LONG, Action.React::target),
                  required("emoji", STRING, Action.React::emoji),
                  usually("on", FLAG, Action.React::on, true),
                  Action.React::new))
          .with(
              "pin",
              Action.Pin.class,
              RecordType.of(
                  required("target", LONG, Action.Pin::target),
                  usually("on", FLAG, Action.Pin::on, true),
                  Action.Pin::new))
          .with(
              "addMembers",
              Action.AddMembers.class,
              RecordType.of(
                  required("members", list(USER_ID), Action.AddMembers::members),
                  Action.AddMembers::new))
          .with(
              "removeMember",
              Action.RemoveMember.class,
              RecordType.of(
                  required("member", USER_ID, Action.RemoveMember::member),
                  Action.RemoveMember::new))
          .with(
              "setRole",
              Action.SetRole.class,
              RecordType.of(
                  required("member", USER_ID, Action.SetRole::member),
                  required("role", ROLE, Action.SetRole::role),
                  Action.SetRole::new))
          .with(
              "setSlowMode",
              Action.SetSlowMode.class,
              RecordType.of(
                  required("seconds", INT, Action.SetSlowMode::seconds), Action.SetSlowMode::new));

  public static final JsonType<Action> ACTION =
      new Tagged<>(
          ACTIONS,
          Action.Unknown::new,
          action -> action instanceof Action.Unknown unknown ? unknown.raw() : null);

  /// What this version offers: the types of the actions that it knows.
  public static final Capabilities CAPABILITIES = new Capabilities(2, ACTIONS.words());

  private Actions() {}
}
