package hearth.server.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.ChatSettings;
import hearth.protocol.Content;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Permission;
import hearth.protocol.Role;
import hearth.protocol.UserId;
import hearth.server.policy.ChatPolicy.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.CsvSource;

/// The whole table, asked by hand.
class ChatPolicyTest {
  private static final UserId ME = new UserId(1);
  private static final UserId OTHER = new UserId(2);
  private static final Content TEXT = new Content.Text("text");

  @ParameterizedTest
  @CsvSource({
    // action, lobby: reader member admin owner, direct, group: reader member admin owner, channel
    // member
    "post,           no,  yes, yes, yes, yes, no,  yes, yes, yes, yes",
    "postToAll,      no,  yes, yes, yes, yes, no,  yes, yes, yes, yes",
    "react,          yes, yes, yes, yes, yes, yes, yes, yes, yes, yes",
    "editOwn,        no,  yes, yes, yes, yes, no,  yes, yes, yes, yes",
    "editOthers,     no,  no,  no,  no,  no,  no,  no,  no,  no,  no",
    "deleteOwn,      yes, yes, yes, yes, yes, yes, yes, yes, yes, yes",
    "deleteOthers,   no,  no,  yes, yes, no,  no,  no,  yes, yes, no",
    "pin,            no,  no,  yes, yes, yes, no,  no,  yes, yes, no",
    "addMembers,     no,  no,  no,  no,  no,  no,  no,  yes, yes, no",
    "comeIn,         no,  no,  no,  no,  no,  no,  no,  yes, yes, yes",
    "leave,          no,  no,  no,  no,  no,  yes, yes, yes, yes, yes",
    "removeOther,    no,  no,  no,  no,  no,  no,  no,  yes, yes, no",
    "makeOwner,      no,  no,  no,  no,  no,  no,  no,  no,  yes, no",
    "makeAdmin,      no,  no,  no,  yes, no,  no,  no,  no,  yes, no",
    "makeReader,     no,  no,  yes, yes, no,  no,  no,  yes, yes, no",
    "setOwnRole,     no,  no,  no,  no,  no,  no,  no,  no,  no,  no",
    "setSlowMode,    no,  no,  yes, yes, no,  no,  no,  yes, yes, no",
    "setTopic,       no,  no,  yes, yes, no,  no,  no,  yes, yes, no",
    "setPermission,  no,  no,  yes, yes, no,  no,  no,  yes, yes, no",
    "rename,         no,  no,  no,  no,  no,  no,  no,  yes, yes, no",
    "unknown,        no,  no,  no,  no,  no,  no,  no,  no,  no,  no",
  })
  void aRoleInAChatAllowsThis(ArgumentsAccessor row) {
    String action = row.getString(0);
    List<Role> roles = List.of(Role.READER, Role.MEMBER, Role.ADMIN, Role.OWNER);
    for (int i = 0; i < roles.size(); i++) {
      assertThat(answer(action, Chat.Kind.LOBBY, roles.get(i)))
          .as("%s in the lobby", roles.get(i))
          .isEqualTo(row.getString(1 + i));
      assertThat(answer(action, Chat.Kind.GROUP, roles.get(i)))
          .as("%s in a group", roles.get(i))
          .isEqualTo(row.getString(6 + i));
    }
    assertThat(answer(action, Chat.Kind.DIRECT, Role.MEMBER))
        .as("in a direct chat")
        .isEqualTo(row.getString(5));
    assertThat(answer(action, Chat.Kind.CHANNEL, Role.MEMBER))
        .as("in a channel")
        .isEqualTo(row.getString(10));
  }

  @Test
  void aRuleGivesAPermissionToARoleAndThoseAboveIt() {
    ChatSettings announcements =
        ChatSettings.USUAL.after(new Action.SetPermission(Permission.POST, Role.ADMIN));
    Action post = new Action.Post(TEXT);
    assertThat(fault(post, actor(Role.MEMBER, announcements))).isEqualTo(Fault.NOT_ALLOWED);
    assertThat(fault(post, actor(Role.ADMIN, announcements))).isNull();
    assertThat(fault(new Action.React(3, "👍", true), actor(Role.MEMBER, announcements))).isNull();

    ChatSettings quiet =
        ChatSettings.USUAL.after(new Action.SetPermission(Permission.MENTION_ALL, Role.OWNER));
    Action toAll = new Action.Post(new Content.Text("<@all> dinner"));
    assertThat(fault(toAll, actor(Role.ADMIN, quiet))).isEqualTo(Fault.NOT_ALLOWED);
    assertThat(fault(post, actor(Role.ADMIN, quiet))).isNull();
    assertThat(fault(toAll, actor(Role.OWNER, quiet))).isNull();
  }

  @Test
  void nobodyCanBeTouchedByAnEqual() {
    for (Role other : List.of(Role.ADMIN, Role.OWNER)) {
      Actor admin = new Actor(ME, Chat.Kind.GROUP, Role.ADMIN, ChatSettings.USUAL, null, other);
      assertThat(fault(new Action.RemoveMember(OTHER), admin)).isEqualTo(Fault.NOT_ALLOWED);
      assertThat(fault(new Action.SetRole(OTHER, Role.READER), admin)).isEqualTo(Fault.NOT_ALLOWED);
    }
  }

  private static Actor actor(Role role, ChatSettings settings) {
    return new Actor(ME, Chat.Kind.GROUP, role, settings, null, null);
  }

  @Test
  void whoIsNotInTheChatCanNeitherBeRemovedNorGetARole() {
    for (Action action :
        List.of(new Action.RemoveMember(OTHER), new Action.SetRole(OTHER, Role.OWNER))) {
      assertThat(fault(action, actor(Role.OWNER, ChatSettings.USUAL)))
          .isEqualTo(Fault.USER_UNKNOWN);
      assertThat(fault(action, actor(Role.MEMBER, ChatSettings.USUAL)))
          .as("a member does not learn who is there")
          .isEqualTo(Fault.NOT_ALLOWED);
    }
  }

  private static String answer(String action, Chat.Kind kind, Role role) {
    Fault fault =
        switch (action) {
          case "post" -> fault(new Action.Post(TEXT), kind, role, null);
          case "postToAll" -> fault(new Action.Post(new Content.Text("<@all>")), kind, role, null);
          case "react" -> fault(new Action.React(3, "👍", true), kind, role, OTHER);
          case "editOwn" -> fault(new Action.Edit(3, TEXT), kind, role, ME);
          case "editOthers" -> fault(new Action.Edit(3, TEXT), kind, role, OTHER);
          case "deleteOwn" -> fault(new Action.Delete(3), kind, role, ME);
          case "deleteOthers" -> fault(new Action.Delete(3), kind, role, OTHER);
          case "pin" -> fault(new Action.Pin(3, true), kind, role, OTHER);
          case "addMembers" -> fault(new Action.AddMembers(List.of(OTHER)), kind, role, null);
          case "comeIn" -> fault(new Action.AddMembers(List.of(ME)), kind, role, null);
          case "leave" -> fault(new Action.RemoveMember(ME), kind, role, null);
          case "removeOther" -> fault(new Action.RemoveMember(OTHER), kind, role, null);
          case "makeOwner" -> fault(new Action.SetRole(OTHER, Role.OWNER), kind, role, null);
          case "makeAdmin" -> fault(new Action.SetRole(OTHER, Role.ADMIN), kind, role, null);
          case "makeReader" -> fault(new Action.SetRole(OTHER, Role.READER), kind, role, null);
          case "setOwnRole" -> fault(new Action.SetRole(ME, Role.MEMBER), kind, role, null);
          case "setSlowMode" -> fault(new Action.SetSlowMode(5), kind, role, null);
          case "setTopic" -> fault(new Action.SetTopic("robots"), kind, role, null);
          case "setPermission" ->
              fault(new Action.SetPermission(Permission.PIN, Role.MEMBER), kind, role, null);
          case "rename" -> fault(new Action.Rename("Robots"), kind, role, null);
          case "unknown" -> fault(new Action.Unknown("star", 3, "{}"), kind, role, OTHER);
          default -> throw new AssertionError(action);
        };
    assertThat(fault).isIn(null, Fault.NOT_ALLOWED);
    return fault == null ? "yes" : "no";
  }

  private static @Nullable Fault fault(
      Action action, Chat.Kind kind, Role role, @Nullable UserId targetAuthor) {
    return fault(action, new Actor(ME, kind, role, ChatSettings.USUAL, targetAuthor, Role.MEMBER));
  }

  private static @Nullable Fault fault(Action action, Actor actor) {
    FaultException refused =
        catchThrowableOfType(FaultException.class, () -> ChatPolicy.check(action, actor));
    return refused == null ? null : refused.fault();
  }
}
