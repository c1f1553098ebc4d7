package hearth.server.store.sqlite;

import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// When a marker of a member moved, to the minute, and how far: its last [#MOVES] moves. The first
/// of them says how far it was before that, at a time that is not known. A few bytes per move.
/// Immutable.
final class MarkerTrail {
  /// Moves within a minute are one.
  static final int MOVES = 32;

  static final MarkerTrail NONE = new MarkerTrail(List.of());

  private static final long UNKNOWN = 0;
  private static final long MILLIS = 60_000;

  private final List<Move> moves;

  private MarkerTrail(List<Move> moves) {
    this.moves = moves;
  }

  /// The trail after a move.
  ///
  /// @param before where the marker was
  /// @param at when it moved; null where that is not to be kept
  MarkerTrail moved(long before, long now, @Nullable Instant at) {
    if (now <= before) {
      return this;
    }
    List<Move> next = new ArrayList<>(moves);
    if (next.isEmpty() || next.getLast().seq < before) {
      add(next, new Move(before, UNKNOWN));
    }
    add(next, new Move(now, at == null ? UNKNOWN : at.toEpochMilli() / MILLIS));
    if (next.size() > MOVES) {
      next.subList(0, next.size() - MOVES).clear();
      next.set(0, new Move(next.getFirst().seq, UNKNOWN));
    }
    return new MarkerTrail(next);
  }

  private static void add(List<Move> moves, Move move) {
    if (!moves.isEmpty() && moves.getLast().minute == move.minute) {
      moves.removeLast();
    }
    moves.add(move);
  }

  /// When the marker reached a seq; null where that is not known.
  @Nullable Instant reached(long seq) {
    for (Move move : moves) {
      if (move.seq >= seq) {
        return move.minute == UNKNOWN ? null : Instant.ofEpochMilli(move.minute * MILLIS);
      }
    }
    return null;
  }

  /// Reads what [#write] wrote.
  static MarkerTrail read(ByteBuffer from) {
    int count = (int) number(from);
    List<Move> moves = new ArrayList<>(count);
    long seq = 0;
    long minute = 0;
    for (int i = 0; i < count; i++) {
      seq += number(from);
      long step = number(from);
      minute = step == UNKNOWN ? minute : minute + unfolded(step - 1);
      moves.add(new Move(seq, step == UNKNOWN ? UNKNOWN : minute));
    }
    return new MarkerTrail(moves);
  }

  void write(ByteBuffer to) {
    number(to, moves.size());
    long seq = 0;
    long minute = 0;
    for (Move move : moves) {
      number(to, move.seq - seq);
      seq = move.seq;
      if (move.minute == UNKNOWN) {
        number(to, UNKNOWN);
      } else {
        number(to, 1 + folded(move.minute - minute));
        minute = move.minute;
      }
    }
  }

  /// A clock may go back.
  private static long folded(long difference) {
    return (difference << 1) ^ (difference >> 63);
  }

  private static long unfolded(long code) {
    return (code >>> 1) ^ -(code & 1);
  }

  private static long number(ByteBuffer from) {
    long value = 0;
    int shift = 0;
    byte next = from.get();
    while (next < 0) {
      value |= (long) (next & 0x7f) << shift;
      shift += 7;
      next = from.get();
    }
    return value | (long) next << shift;
  }

  private static void number(ByteBuffer to, long value) {
    long left = value;
    while (left > 0x7f) {
      to.put((byte) (left | 0x80));
      left >>>= 7;
    }
    to.put((byte) left);
  }

  private record Move(long seq, long minute) {}

  /// Both trails of a member, as the column `trail` holds them.
  record Pair(MarkerTrail delivered, MarkerTrail read) {
    static final Pair NONE = new Pair(MarkerTrail.NONE, MarkerTrail.NONE);

    /// A count, and numbers of at most nine bytes.
    private static final int MOST = 2 * (1 + MOVES * 2 * 9);

    static Pair of(byte @Nullable [] column) {
      if (column == null) {
        return NONE;
      }
      ByteBuffer bytes = ByteBuffer.wrap(column);
      return new Pair(MarkerTrail.read(bytes), MarkerTrail.read(bytes));
    }

    byte[] column() {
      ByteBuffer bytes = ByteBuffer.allocate(MOST);
      delivered.write(bytes);
      read.write(bytes);
      return Arrays.copyOf(bytes.array(), bytes.position());
    }
  }
}
