/** Starts PostgreSQL, Kafka, Elasticsearch and a mail company's servers as child processes, watches them and takes them down with their parent. */
package org.innsyn.engines;
