/** The sink of the module's README, as a plugin's author would write it. */
package com.example.copytext;
