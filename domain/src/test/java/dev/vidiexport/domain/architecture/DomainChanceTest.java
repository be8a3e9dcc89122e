package dev.vidiexport.domain.architecture;

class DomainChanceTest extends ChanceContract {}
