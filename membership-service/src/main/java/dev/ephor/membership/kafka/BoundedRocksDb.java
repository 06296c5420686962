package dev.ephor.membership.kafka;

import java.util.Map;
import org.apache.kafka.streams.state.RocksDBConfigSetter;
import org.rocksdb.BlockBasedTableConfig;
import org.rocksdb.Cache;
import org.rocksdb.LRUCache;
import org.rocksdb.Options;
import org.rocksdb.RocksDB;
import org.rocksdb.WriteBufferManager;

/**
 * One bounded cache for all stores of the process. By default each store of each task may take
 * about 100 MB; with two stores and a dozen tasks that would be more than the heap.
 */
public final class BoundedRocksDb implements RocksDBConfigSetter {
    private static final long ALL = 64L << 20;
    private static final long WRITES = 32L << 20;

    // What has not been flushed is read again from Kafka after a kill: more would delay each
    // restart.
    private static final long BUFFER = 4L << 20;

    // A lost state is written faster than it can be merged; twice the files wait before they are.
    private static final int FILES_TO_MERGE = 8;

    static {
        RocksDB.loadLibrary();
    }

    private static final Cache CACHE = new LRUCache(ALL, -1, false, 0.1);
    private static final WriteBufferManager BUFFERS = new WriteBufferManager(WRITES, CACHE);

    @Override
    public void setConfig(String store, Options options, Map<String, Object> configs) {
        BlockBasedTableConfig table = (BlockBasedTableConfig) options.tableFormatConfig();
        table.setBlockCache(CACHE);
        table.setCacheIndexAndFilterBlocks(true);
        table.setPinTopLevelIndexAndFilter(true);
        options.setWriteBufferManager(BUFFERS);
        options.setWriteBufferSize(BUFFER);
        options.setMaxWriteBufferNumber(2);
        options.setLevel0FileNumCompactionTrigger(FILES_TO_MERGE);
        // A restart opens every store before the first window can close.
        options.setSkipStatsUpdateOnDbOpen(true);
        options.setStatsDumpPeriodSec(0);
        options.setStatsPersistPeriodSec(0);
        options.setTableFormatConfig(table);
    }

    @Override
    public void close(String store, Options options) {
        // Cache and buffers are shared; they end with the process.
    }
}
