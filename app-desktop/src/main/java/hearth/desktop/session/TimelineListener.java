package hearth.desktop.session;

import hearth.client.model.Change.Reach;
import hearth.client.model.TimelineRow;
import java.util.List;

/// Gets the rows of an open timeline. Called on the FX thread.
public interface TimelineListener {
  /// For changes that arrive after their timeline was closed.
  TimelineListener NOBODY =
      new TimelineListener() {
        @Override
        public void reset(List<TimelineRow> rows, Reach reach, long focus) {}

        @Override
        public void spliced(int index, int removed, List<TimelineRow> added) {}

        @Override
        public void reachChanged(Reach reach) {}
      };

  /// The timeline starts, starts over, or has jumped.
  ///
  /// @param focus the seq that a jump was made to, or [hearth.client.model.Timelines#END]; 0 where
  ///   nobody asked
  void reset(List<TimelineRow> rows, Reach reach, long focus);

  void spliced(int index, int removed, List<TimelineRow> added);

  /// How far the timeline reaches is another, or a request for more rows has ended.
  void reachChanged(Reach reach);
}
