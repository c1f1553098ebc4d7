package hearth.protocol;

/// Who a server is.
///
/// @param id the fingerprint of its key, made once with its data, the same wherever it listens
/// @param name what people call it
public record ServerInfo(String id, String name) {
  public ServerInfo {
    if (!id.matches("[0-9a-zA-Z-]{8,64}")) {
      throw new FaultException(Fault.PARAMS_INVALID, "the server's id is malformed");
    }
  }

  /// A name in the form that a server takes.
  ///
  /// @throws FaultException `NAME_EMPTY`, `NAME_TOO_LONG` or `NAME_CHARACTERS`
  public static String checkedName(String name) {
    return Checks.name(name);
  }

  /// A name that a server was given once. Rules that came later must not keep it from starting.
  ///
  /// @throws FaultException `NAME_EMPTY`, `NAME_TOO_LONG` or `NAME_CHARACTERS`
  public static String chosenName(String name) {
    return Checks.chosenName(name);
  }
}
