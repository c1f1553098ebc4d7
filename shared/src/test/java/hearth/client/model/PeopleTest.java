package hearth.client.model;

import static org.assertj.core.api.Assertions.assertThat;

import hearth.protocol.Action;
import hearth.protocol.Presence;
import hearth.protocol.Status;
import hearth.protocol.User;
import hearth.protocol.UserId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class PeopleTest {
  private static final Instant NOW = Instant.parse("2026-11-20T10:00:00Z");

  private final People people = new People();

  private static User user(long id, String text, @Nullable Instant until, @Nullable Instant quiet) {
    Status status = new Status(text, until, quiet);
    return new User(new UserId(id), "n" + id, Presence.ONLINE, null, User.Kind.PERSON, status);
  }

  @Test
  void whatHasEndedIsNotTakenIn() {
    List<User> taken = people.adopt(List.of(user(1, "lunch", NOW, NOW.minusSeconds(1))), NOW);
    assertThat(taken).extracting(User::status).containsExactly(Status.NONE);
    assertThat(people.nextEnd()).isEmpty();
  }

  @Test
  void eachStatusEndsAtItsTime() {
    Instant early = NOW.plusSeconds(10);
    Instant late = NOW.plusSeconds(20);
    people.adopt(
        List.of(user(1, "lunch", late, early), user(2, "here", null, Action.Mute.ALWAYS)), NOW);
    assertThat(people.nextEnd()).contains(early);
    assertThat(people.end(early)).extracting(User::status).containsExactly(said("lunch", late));
    assertThat(people.nextEnd()).contains(late);
    assertThat(people.end(late)).extracting(User::status).containsExactly(Status.NONE);
    assertThat(people.nextEnd()).contains(Action.Mute.ALWAYS);
    assertThat(people.end(late)).isEmpty();
  }

  private static Status said(String text, Instant until) {
    return new Status(text, until, null);
  }

  @Test
  void whatIsSaidInsteadHasItsOwnEnd() {
    people.adopt(List.of(user(1, "lunch", NOW.plusSeconds(10), null)), NOW);
    people.adopt(List.of(user(1, "home", null, null)), NOW);
    assertThat(people.end(NOW.plusSeconds(10))).isEmpty();
    assertThat(people.nextEnd()).isEmpty();
  }
}
