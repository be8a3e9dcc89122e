/** The format {@code duckdb}. */
package com.example.duckdb;
