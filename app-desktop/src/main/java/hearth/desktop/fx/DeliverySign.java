package hearth.desktop.fx;

/// How far a message has come, as [Ticks] shows it.
public enum DeliverySign {
  NONE,
  CLOCK,
  ONE,
  TWO,
  TWO_COLOURED
}
