package hearth.desktop.timeline;

/// Where a timeline stands: at its end, or with the top of a row at a distance below the top of the
/// view.
///
/// @param seq the row's; 0 at the end
public record ScrollPosition(long seq, double top) {
  static final ScrollPosition END = new ScrollPosition(0, 0);
}
