package hearth.desktop.session;

import hearth.client.Row;
import java.util.List;

/// Gets the rows of an open timeline. Called on the FX thread.
public interface TimelineListener {
  /// For changes that arrive after their timeline was closed.
  TimelineListener NOBODY =
      new TimelineListener() {
        @Override
        public void reset(List<Row> rows, boolean complete) {}

        @Override
        public void spliced(int index, int removed, List<Row> added) {}

        @Override
        public void olderLoaded(boolean complete) {}
      };

  /// The timeline starts, or starts over.
  ///
  /// @param complete whether the chat's first entry is among the rows
  void reset(List<Row> rows, boolean complete);

  void spliced(int index, int removed, List<Row> added);

  void olderLoaded(boolean complete);
}
