/// The load generator, and in its tests the soak: clients of a Hearth server, not part of the
/// product.
module hearth.bench {
  requires hearth.server;
  requires org.slf4j;
  requires static org.jspecify;
}
