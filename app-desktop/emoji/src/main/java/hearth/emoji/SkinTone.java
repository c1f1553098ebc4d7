package hearth.emoji;

/// The tones of Fitzpatrick's scale that an emoji of people can have.
public enum SkinTone {
  NONE(""),
  LIGHT("🏻"),
  MEDIUM_LIGHT("🏼"),
  MEDIUM("🏽"),
  MEDIUM_DARK("🏾"),
  DARK("🏿");

  private final String characters;

  SkinTone(String characters) {
    this.characters = characters;
  }

  /// What gives an emoji this tone; empty for none.
  public String characters() {
    return characters;
  }
}
