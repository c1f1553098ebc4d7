package hearth.desktop.timeline;

/// What the thumb of a list's scroll bar stands for: places from 0 to a size, in the order of the
/// rows. Called on the FX thread.
public interface ScrollScale {

  /// The end of the last place.
  double size();

  /// The place of a row, and with a fraction of a place within it.
  ///
  /// @param row from 0 to the number of rows
  double placeOf(double row);

  /// Brings a place to the top of the view.
  void show(double place);

  /// What the place at the top of the view is called; empty for nothing.
  String name();
}
