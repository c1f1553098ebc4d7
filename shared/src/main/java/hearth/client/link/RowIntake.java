package hearth.client.link;

import hearth.protocol.Action;
import hearth.protocol.Content;
import hearth.protocol.Entry;
import hearth.protocol.Limits;
import hearth.protocol.Reaction;
import hearth.protocol.Row;
import java.time.Instant;
import java.util.List;

/// Entries and rows within the bounds of [Intake]. Pure.
final class RowIntake {
  /// The highest place that JSON's numbers can hold everywhere.
  private static final long LAST_PLACE = (1L << 53) - 1;

  private static final Instant LAST_TIME = Instant.parse("9999-12-31T00:00:00Z");

  /// Longest action of a newer version that is kept, in characters.
  private static final int UNKNOWN = 16 * 1024;

  private static final int TYPE = 64;
  private static final int REACTED = 10_000;

  private RowIntake() {}

  static void checkPlace(long seq) {
    if (seq > LAST_PLACE) {
      throw new BreachException("there is no such place in a log");
    }
  }

  static void checkTime(Instant at) {
    if (at.isBefore(Instant.EPOCH) || at.isAfter(LAST_TIME)) {
      throw new BreachException("there is no such time");
    }
  }

  static Entry of(Entry entry) {
    checkPlace(entry.seq());
    checkTime(entry.at());
    Action action = of(entry.action());
    return action.equals(entry.action())
        ? entry
        : new Entry(entry.chat(), entry.seq(), entry.at(), entry.author(), entry.sendId(), action);
  }

  static Row of(Row row) {
    checkPlace(row.changed());
    if (row.editedAt() != null) {
      checkTime(row.editedAt());
    }
    return new Row(of(row.entry()), row.changed(), row.editedAt(), reactions(row.reactions()));
  }

  private static List<Reaction> reactions(List<Reaction> all) {
    return all.stream()
        .filter(reaction -> reaction.emoji().length() <= Limits.EMOJI)
        .limit(Limits.REACTIONS)
        .map(RowIntake::of)
        .toList();
  }

  private static Reaction of(Reaction reaction) {
    return reaction.users().size() <= REACTED
        ? reaction
        : new Reaction(reaction.emoji(), reaction.users().subList(0, REACTED));
  }

  private static Action of(Action action) {
    return switch (action) {
      case Action.Post(Content content, long replyTo, var forwarded) ->
          new Action.Post(of(content), replyTo, forwarded);
      case Action.Rename(String title) -> new Action.Rename(CutText.name(title));
      case Action.SetTopic(String topic) -> new Action.SetTopic(CutText.topic(topic));
      case Action.Edit(long target, Content content) -> new Action.Edit(target, of(content));
      case Action.React react when react.emoji().length() > Limits.EMOJI ->
          unknown("react", react.target());
      case Action.SetSlowMode set ->
          new Action.SetSlowMode(Math.clamp(set.seconds(), 0, Limits.SLOW_MODE_SECONDS));
      case Action.Unknown unknown
          when unknown.type().length() > TYPE || unknown.raw().length() > UNKNOWN ->
          unknown("unknown", unknown.target());
      case Action.Unknown _,
          Action.React _,
          Action.Delete _,
          Action.Pin _,
          Action.AddMembers _,
          Action.RemoveMember _,
          Action.SetRole _,
          Action.SetPermission _,
          Action.Personal _ ->
          action;
    };
  }

  /// Keeps the place of an action, and nothing else of it.
  private static Action unknown(String type, long target) {
    String raw = "{\"type\":\"unknown\"" + (target == 0 ? "}" : ",\"target\":" + target + "}");
    return new Action.Unknown(type, target, raw);
  }

  static Content of(Content content) {
    return switch (content) {
      case Content.Text(String text) -> {
        String cut = CutText.text(text);
        yield cut.equals(text) ? content : new Content.Text(cut);
      }
      case Content.Unknown unknown
          when unknown.type().length() > TYPE || unknown.raw().length() > UNKNOWN ->
          new Content.Unknown("unknown", "{\"type\":\"unknown\"}");
      case Content.Erased _, Content.Unknown _ -> content;
    };
  }
}
