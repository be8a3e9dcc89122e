package dev.vidiexport.domain.property;

class PropertyTest extends PropertyContract {}
