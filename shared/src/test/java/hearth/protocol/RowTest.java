package hearth.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class RowTest {
  private static final ChatId CHAT = new ChatId(3);
  private static final UserId MIRA = new UserId(1);
  private static final UserId BO = new UserId(2);

  private final Row post = Row.of(entry(4, MIRA, Action.Post.text("Hello")));

  private static Entry entry(long seq, UserId author, Action action) {
    return new Entry(CHAT, seq, Instant.ofEpochMilli(seq), author, null, action);
  }

  private static Entry edit(long seq, String text) {
    return entry(seq, MIRA, new Action.Edit(4, new Content.Text(text)));
  }

  private static Entry react(long seq, UserId author, String emoji, boolean on) {
    return entry(seq, author, new Action.React(4, emoji, on));
  }

  @Test
  void anEditReplacesTheContentAndSaysWhen() {
    Row edited = post.after(edit(7, "Hello all"));
    assertThat(edited.content()).isEqualTo(new Content.Text("Hello all"));
    assertThat(edited.editedAt()).isEqualTo(Instant.ofEpochMilli(7));
    assertThat(edited.changed()).isEqualTo(7);
    assertThat(edited.at()).isEqualTo(post.at());
  }

  @Test
  void anEntryThatTheRowHoldsAlreadyChangesNothing() {
    Row edited = post.after(edit(7, "Hello all"));
    assertThat(edited.after(edit(6, "Hallo"))).isSameAs(edited);
    assertThat(edited.after(edit(7, "Hello all"))).isSameAs(edited);
  }

  @Test
  void anEntryForAnotherRowChangesNothing() {
    assertThat(post.after(entry(7, MIRA, new Action.Delete(5)))).isSameAs(post);
    assertThat(post.after(entry(7, MIRA, Action.Post.text("Next")))).isSameAs(post);
  }

  @Test
  void aDeletedMessageHoldsNothingAndStaysDeleted() {
    Row deleted = post.after(react(5, BO, "👍", true)).after(entry(6, MIRA, new Action.Delete(4)));
    assertThat(deleted.erased()).isTrue();
    assertThat(deleted.reactions()).isEmpty();
    Row later = deleted.after(edit(8, "Back")).after(react(9, BO, "👍", true));
    assertThat(later.erased()).isTrue();
    assertThat(later.reactions()).isEmpty();
    assertThat(later.changed()).isEqualTo(9);
  }

  @Test
  void reactionsKeepTheOrderOfTheirComing() {
    Row row =
        post.after(react(5, BO, "👍", true))
            .after(react(6, MIRA, "🎉", true))
            .after(react(7, MIRA, "👍", true));
    assertThat(row.reactions())
        .containsExactly(new Reaction("👍", List.of(BO, MIRA)), new Reaction("🎉", List.of(MIRA)));
  }

  @Test
  void aReactionIsTakenBackByWhoGaveIt() {
    Row row = post.after(react(5, BO, "👍", true)).after(react(6, MIRA, "👍", true));
    assertThat(row.after(react(7, BO, "👍", false)).reactions())
        .containsExactly(new Reaction("👍", List.of(MIRA)));
    assertThat(row.after(react(7, BO, "👍", false)).after(react(8, MIRA, "👍", false)).reactions())
        .isEmpty();
  }

  @Test
  void theSameReactionTwiceIsOne() {
    Row row = post.after(react(5, BO, "👍", true));
    assertThat(row.after(react(6, BO, "👍", true)).reactions()).isEqualTo(row.reactions());
    assertThat(row.after(react(6, MIRA, "🎉", false)).reactions()).isEqualTo(row.reactions());
  }
}
