package hearth.desktop.text;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Content;
import hearth.protocol.Presence;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class ActionTextTest implements UserDirectory {
  private static final UserId ME = new UserId(1);
  private static final UserId BO = new UserId(2);
  private static final UserId ADA = new UserId(3);
  private static final UserId STRANGER = new UserId(9);
  private static final Map<UserId, String> NAMES = Map.of(ME, "Mira", BO, "Bo", ADA, "Ada");

  private final Locale before = Locale.getDefault();
  private final ActionText words =
      new ActionText(new DisplayText(this, new Times(Clock.systemUTC())));

  @AfterEach
  void restore() {
    Locale.setDefault(before);
  }

  @Test
  void whoJoinsOrIsAddedIsToldInASentence() {
    Language.ENGLISH.use();
    assertThat(added(STRANGER, STRANGER)).isEqualTo("Somebody joined");
    assertThat(added(BO, BO)).isEqualTo("Bo joined");
    assertThat(added(ADA, ME, BO)).isEqualTo("Ada added you and Bo");
    assertThat(added(ME, ME, BO, ADA)).isEqualTo("You added Bo and Ada");
    assertThat(added(BO, STRANGER)).isEqualTo("Bo added somebody");
    assertThat(added(ME, ME)).isEqualTo("You joined");
    assertThat(added(BO)).isEqualTo("Bo joined");
  }

  @Test
  void theSameInChinese() {
    Language.SIMPLIFIED_CHINESE.use();
    assertThat(added(STRANGER, STRANGER)).isEqualTo("有人加入了聊天");
    assertThat(added(ADA, ME, BO)).isEqualTo("“Ada”邀请你和“Bo”加入了聊天");
    Language.TRADITIONAL_CHINESE.use();
    assertThat(added(STRANGER, STRANGER)).isEqualTo("有人加入了聊天室");
    assertThat(added(ADA, ME, BO)).isEqualTo("「Ada」邀請你和「Bo」加入了聊天室");
  }

  @Test
  void previewsShowWordsWithoutMarks() {
    assertThat(
            words.preview(new Content.Text("**Bold**, `code`\n> quote\n- [item](https://a.org)")))
        .isEqualTo("Bold, code quote • item");
    assertThat(words.preview(new Content.Text("<b> 2 * 3 * 4"))).isEqualTo("<b> 2 * 3 * 4");
  }

  private String added(UserId by, UserId... members) {
    return words.notice(by, new Action.AddMembers(List.of(members)));
  }

  @Override
  public UserId me() {
    return ME;
  }

  @Override
  public Optional<User> person(UserId id) {
    return Optional.ofNullable(NAMES.get(id))
        .map(name -> new User(id, name, Presence.ONLINE, null));
  }

  @Override
  public boolean isOnline() {
    return true;
  }
}
