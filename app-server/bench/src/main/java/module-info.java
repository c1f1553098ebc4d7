/// The load generator, the conformance suite, and in its tests the soak: clients of a Hearth
/// server, not part of the product.
module hearth.bench {
  requires hearth.server;
  requires com.google.gson;
  requires org.slf4j;
  requires static org.jspecify;
}
