using System.Globalization;

namespace Relight.Intake;

/// <summary>Follows the places of the cells of a sheet, which are to come row by row and from left to right, each once.</summary>
internal struct CellOrder
{
    private int _row;
    private int _column;

    /// <summary>The place of a cell that does not tell its own.</summary>
    public readonly string Next => Sheet.Place(_column, _row - 1);

    /// <summary>Goes to a row, the next one unless it tells which; false where it is no row below the one before.</summary>
    /// <param name="number">Its number as it is written, from 1.</param>
    public bool Begins(string? number)
    {
        _column = 0;
        if (number is null)
        {
            _row++;
            return true;
        }
        var isBelow = int.TryParse(number, NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row > _row;
        _row = isBelow ? row : _row + 1;
        return isBelow;
    }

    /// <summary>Goes to a cell of the row, the next one unless it tells which; false where it is no place to the right of the one before.</summary>
    /// <param name="place">Its place as it is written, e.g. <c>B7</c>.</param>
    public bool Takes(string? place)
    {
        if (place is null)
        {
            _column++;
            return true;
        }
        var (column, letters) = (0, 0);
        while (letters < place.Length && letters < 4 && place[letters] is >= 'A' and <= 'Z' and var letter)
            (column, letters) = ((column * 26) + letter - 'A' + 1, letters + 1);
        var isNext = letters is > 0 and < 4 && column > _column
            && int.TryParse(place.AsSpan(letters), NumberStyles.None, CultureInfo.InvariantCulture, out var row) && row == _row;
        _column = isNext ? column : _column + 1;
        return isNext;
    }
}
