package dev.vidiexport.domain.architecture;

class ChanceTest extends ChanceContract {}
