package hearth.protocol;

/// What a message holds.
public sealed interface Content {

  /// The same content in the form that a server keeps, or a refusal.
  ///
  /// @throws FaultException with the fault that the server answers
  Content checked();

  /// Plain text.
  record Text(String text) implements Content {
    @Override
    public Text checked() {
      return new Text(Checks.text(text));
    }
  }

  /// Nothing any more: the message was deleted.
  record Erased() implements Content {
    @Override
    public Erased checked() {
      throw new FaultException(Fault.TEXT_EMPTY);
    }
  }

  /// Content of a newer version, kept as it came.
  ///
  /// @param raw the whole content as JSON
  record Unknown(String type, String raw) implements Content {
    @Override
    public Unknown checked() {
      throw new FaultException(Fault.ACTION_UNKNOWN);
    }
  }
}
