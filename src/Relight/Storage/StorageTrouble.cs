using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;

namespace Relight.Storage;

/// <summary>What is wrong with a database or its disk, in words of those who keep it.</summary>
public static class StorageTrouble
{
    /// <summary>The words; null where an error is about something else, such as a row that Relight must not have written.</summary>
    public static string? InWords(Exception error) => error switch
    {
        SqliteException sqlite => InWords(sqlite),
        // What the tables refuse, and what they do not have.
        PostgresException { SqlState: ['2', '3', ..] or ['4', '2', ..] } => null,
        DbException => error.Message,
        DbUpdateException { InnerException: DbException inner } => InWords(inner),
        IOException or UnauthorizedAccessException => error.Message,
        _ => null,
    };

    // Codes of SQLite: https://www.sqlite.org/rescode.html
    private static string? InWords(SqliteException error) => error.SqliteErrorCode switch
    {
        1 or 19 => null,
        5 or 6 => "another program has kept it locked for minutes",
        8 => "it may be read only, and not written to",
        10 => "its disk cannot be read or written",
        11 => "it is damaged: restore a backup",
        13 => "its disk is full",
        14 => "it cannot be opened: it, or its folder, may be read only",
        26 => "it is no register of Relight: the file is something else, or damaged",
        _ => error.Message,
    };
}
