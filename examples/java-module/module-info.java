module shop {
  requires io.github.dokuconformance.core;
}
