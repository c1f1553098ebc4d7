package hearth.bench.history;

import hearth.protocol.Entry;
import hearth.protocol.Request.Append;
import hearth.protocol.Response.Appended;
import hearth.protocol.UserId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// How far the log had come by the answers that were out at a tick. Immutable.
final class Acknowledged {
  private final List<Step> steps = new ArrayList<>();

  /// @param ended the tick of the answer
  private record Step(long ended, UserId client, long seq) {}

  Acknowledged(History history, WrittenLog log) {
    for (Operation operation : history.operations()) {
      if (operation.request() instanceof Append append) {
        operation
            .answer(Appended.class)
            .ifPresent(
                answer -> {
                  Entry entry = log.entry(answer.seq());
                  if (entry != null && append.sendId().equals(entry.sendId())) {
                    steps.add(new Step(operation.ended(), operation.client(), answer.seq()));
                  }
                });
      }
    }
    steps.sort(Comparator.comparingLong(Step::ended));
  }

  /// The highest seq answered before a tick.
  ///
  /// @param client only what was answered to this one; null for everybody
  long before(long tick, @Nullable UserId client) {
    long highest = 0;
    for (Step step : steps) {
      if (step.ended >= tick) {
        break;
      }
      if (client == null || client.equals(step.client)) {
        highest = Math.max(highest, step.seq);
      }
    }
    return highest;
  }
}
