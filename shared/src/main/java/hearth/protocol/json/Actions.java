package hearth.protocol.json;

import static hearth.protocol.json.Field.nullable;
import static hearth.protocol.json.Field.required;
import static hearth.protocol.json.Field.usually;
import static hearth.protocol.json.Ids.CHAT_ID;
import static hearth.protocol.json.Ids.USER_ID;
import static hearth.protocol.json.JsonTypes.FLAG;
import static hearth.protocol.json.JsonTypes.INT;
import static hearth.protocol.json.JsonTypes.LONG;
import static hearth.protocol.json.JsonTypes.STRING;
import static hearth.protocol.json.JsonTypes.TIME;
import static hearth.protocol.json.JsonTypes.list;
import static hearth.protocol.json.JsonTypes.words;

import hearth.protocol.Action;
import hearth.protocol.Capabilities;
import hearth.protocol.Content;
import hearth.protocol.Forwarded;
import hearth.protocol.Permission;
import hearth.protocol.Role;
import java.util.Map;
import java.util.stream.Stream;

/// Every [Action] and [Content].
public final class Actions {
  static final JsonType<Role> ROLE =
      words(
          Role.UNKNOWN,
          Map.of(
              "reader",
              Role.READER,
              "member",
              Role.MEMBER,
              "admin",
              Role.ADMIN,
              "owner",
              Role.OWNER));

  static final JsonType<Permission> PERMISSION =
      words(
          Permission.UNKNOWN,
          Map.of(
              "post",
              Permission.POST,
              "pin",
              Permission.PIN,
              "add",
              Permission.ADD,
              "mentionAll",
              Permission.MENTION_ALL));

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

  private static final JsonType<Forwarded.Origin> ORIGIN =
      RecordType.of(
          required("chat", CHAT_ID, Forwarded.Origin::chat),
          required("seq", LONG, Forwarded.Origin::seq),
          Forwarded.Origin::new);

  private static final JsonType<Forwarded> FORWARDED =
      RecordType.of(
          required("author", USER_ID, Forwarded::author),
          nullable("origin", ORIGIN, Forwarded::origin),
          Forwarded::new);

  static final Family<Action> ACTIONS =
      new Family<Action>()
          .with(
              "post",
              Action.Post.class,
              RecordType.of(
                  required("content", CONTENT, Action.Post::content),
                  usually("replyTo", LONG, Action.Post::replyTo, 0L),
                  nullable("forwarded", FORWARDED, Action.Post::forwarded),
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
                  required("seconds", INT, Action.SetSlowMode::seconds), Action.SetSlowMode::new))
          .with(
              "rename",
              Action.Rename.class,
              RecordType.of(required("title", STRING, Action.Rename::title), Action.Rename::new))
          .with(
              "setTopic",
              Action.SetTopic.class,
              RecordType.of(
                  usually("topic", STRING, Action.SetTopic::topic, ""), Action.SetTopic::new))
          .with(
              "setPermission",
              Action.SetPermission.class,
              RecordType.of(
                  required("permission", PERMISSION, Action.SetPermission::permission),
                  required("from", ROLE, Action.SetPermission::from),
                  Action.SetPermission::new))
          .with(
              "mute",
              Action.Mute.class,
              RecordType.of(nullable("until", TIME, Action.Mute::until), Action.Mute::new))
          .with(
              "archive",
              Action.Archive.class,
              RecordType.of(usually("on", FLAG, Action.Archive::on, true), Action.Archive::new))
          .with(
              "pinChat",
              Action.PinChat.class,
              RecordType.of(usually("on", FLAG, Action.PinChat::on, true), Action.PinChat::new))
          .with(
              "markUnread",
              Action.MarkUnread.class,
              RecordType.of(
                  usually("from", LONG, Action.MarkUnread::from, 0L), Action.MarkUnread::new))
          .with(
              "remind",
              Action.Remind.class,
              RecordType.of(
                  required("seq", LONG, Action.Remind::seq),
                  nullable("at", TIME, Action.Remind::at),
                  Action.Remind::new))
          .with(
              "saveDraft",
              Action.SaveDraft.class,
              RecordType.of(
                  usually("text", STRING, Action.SaveDraft::text, ""), Action.SaveDraft::new));

  public static final JsonType<Action> ACTION =
      new Tagged<>(
          ACTIONS,
          Action.Unknown::new,
          action -> action instanceof Action.Unknown unknown ? unknown.raw() : null);

  /// What this version offers: the types of the actions that it knows, and what more it can do.
  public static final Capabilities CAPABILITIES =
      new Capabilities(
          3,
          Stream.concat(
                  ACTIONS.words().stream(),
                  Stream.of(
                      "forward",
                      "mention",
                      "channel",
                      "saved",
                      "findTime",
                      "devices",
                      "profile",
                      "hide",
                      "block",
                      "receipts",
                      "masked"))
              .toList());

  private Actions() {}
}
