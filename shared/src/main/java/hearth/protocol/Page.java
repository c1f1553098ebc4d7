package hearth.protocol;

import java.util.List;

/// A stretch of a chat as rows: all rows between two places of the log, as they are now, oldest
/// first.
///
/// @param from the first seq of the stretch; 1 where it reaches the beginning of the log
/// @param to the last seq of the stretch; one less than `from` for an empty stretch
/// @param quoted rows outside the stretch that rows in it reply to
public record Page(ChatId chat, long from, long to, List<Row> rows, List<Row> quoted) {
  public Page {
    Checks.positive(from, "from");
    Checks.between(to, from - 1, Long.MAX_VALUE, "to");
    rows = Checks.atMost(Limits.PAGE, rows, Fault.PARAMS_INVALID);
    quoted = Checks.atMost(Limits.PAGE, quoted, Fault.PARAMS_INVALID);
    long last = from - 1;
    for (Row row : rows) {
      Checks.between(row.seq(), last + 1, to, "seq");
      last = row.seq();
    }
  }
}
