package hearth.server.policy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import hearth.protocol.Action;
import hearth.protocol.Chat;
import hearth.protocol.Content;
import hearth.protocol.Fault;
import hearth.protocol.FaultException;
import hearth.protocol.Role;
import hearth.protocol.UserId;
import hearth.server.policy.ChatPolicy.Actor;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// The whole table, asked by hand.
class ChatPolicyTest {
  private static final UserId ME = new UserId(1);
  private static final UserId OTHER = new UserId(2);
  private static final Content TEXT = new Content.Text("text");

  @ParameterizedTest
  @CsvSource({
    // action, lobby member, lobby owner, direct, group member, group owner
    "post,            yes, yes, yes, yes, yes",
    "react,           yes, yes, yes, yes, yes",
    "editOwn,         yes, yes, yes, yes, yes",
    "editOthers,      no,  no,  no,  no,  no",
    "deleteOwn,       yes, yes, yes, yes, yes",
    "deleteOthers,    no,  yes, no,  no,  yes",
    "pin,             no,  yes, yes, no,  yes",
    "addMembers,      no,  no,  no,  no,  yes",
    "leave,           no,  no,  no,  yes, yes",
    "removeOther,     no,  no,  no,  no,  yes",
    "setOthersRole,   no,  no,  no,  no,  yes",
    "setOwnRole,      no,  no,  no,  no,  no",
    "setSlowMode,     no,  yes, no,  no,  yes",
    "unknown,         no,  no,  no,  no,  no",
  })
  void aRoleInAChatAllowsThis(
      String action,
      String lobbyMember,
      String lobbyOwner,
      String direct,
      String groupMember,
      String groupOwner) {
    assertThat(answer(action, Chat.Kind.LOBBY, Role.MEMBER)).isEqualTo(lobbyMember);
    assertThat(answer(action, Chat.Kind.LOBBY, Role.OWNER)).isEqualTo(lobbyOwner);
    assertThat(answer(action, Chat.Kind.DIRECT, Role.MEMBER)).isEqualTo(direct);
    assertThat(answer(action, Chat.Kind.GROUP, Role.MEMBER)).isEqualTo(groupMember);
    assertThat(answer(action, Chat.Kind.GROUP, Role.OWNER)).isEqualTo(groupOwner);
  }

  @Test
  void whoIsNotInTheChatCanNeitherBeRemovedNorGetARole() {
    for (Action action :
        List.of(new Action.RemoveMember(OTHER), new Action.SetRole(OTHER, Role.OWNER))) {
      assertThat(fault(action, new Actor(ME, Chat.Kind.GROUP, Role.OWNER, null, null)))
          .isEqualTo(Fault.USER_UNKNOWN);
      assertThat(fault(action, new Actor(ME, Chat.Kind.GROUP, Role.MEMBER, null, null)))
          .as("a member does not learn who is there")
          .isEqualTo(Fault.NOT_ALLOWED);
    }
  }

  private static String answer(String action, Chat.Kind kind, Role role) {
    Fault fault =
        switch (action) {
          case "post" -> fault(new Action.Post(TEXT), kind, role, null);
          case "react" -> fault(new Action.React(3, "👍", true), kind, role, OTHER);
          case "editOwn" -> fault(new Action.Edit(3, TEXT), kind, role, ME);
          case "editOthers" -> fault(new Action.Edit(3, TEXT), kind, role, OTHER);
          case "deleteOwn" -> fault(new Action.Delete(3), kind, role, ME);
          case "deleteOthers" -> fault(new Action.Delete(3), kind, role, OTHER);
          case "pin" -> fault(new Action.Pin(3, true), kind, role, OTHER);
          case "addMembers" -> fault(new Action.AddMembers(List.of(OTHER)), kind, role, null);
          case "leave" -> fault(new Action.RemoveMember(ME), kind, role, null);
          case "removeOther" -> fault(new Action.RemoveMember(OTHER), kind, role, null);
          case "setOthersRole" -> fault(new Action.SetRole(OTHER, Role.OWNER), kind, role, null);
          case "setOwnRole" -> fault(new Action.SetRole(ME, Role.MEMBER), kind, role, null);
          case "setSlowMode" -> fault(new Action.SetSlowMode(5), kind, role, null);
          case "unknown" -> fault(new Action.Unknown("star", 3, "{}"), kind, role, OTHER);
          default -> throw new AssertionError(action);
        };
    assertThat(fault).isIn(null, Fault.NOT_ALLOWED);
    return fault == null ? "yes" : "no";
  }

  private static @Nullable Fault fault(
      Action action, Chat.Kind kind, Role role, @Nullable UserId targetAuthor) {
    return fault(action, new Actor(ME, kind, role, targetAuthor, Role.MEMBER));
  }

  private static @Nullable Fault fault(Action action, Actor actor) {
    FaultException refused =
        catchThrowableOfType(FaultException.class, () -> ChatPolicy.check(action, actor));
    return refused == null ? null : refused.fault();
  }
}
