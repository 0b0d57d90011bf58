namespace Relight.Restoration.Search;

/// <summary>Numbers by the name of a state: open addressing with linear probing, as names are evenly spread by themselves.</summary>
internal sealed class StateTable
{
    private const int FirstSize = 1 << 12;

    private UInt128[] _name = new UInt128[FirstSize];
    private double[] _number = NoNumbers(FirstSize);

    /// <summary>How many there are.</summary>
    public int Count { get; private set; }

    /// <summary>The number of a state; not a number where there is none.</summary>
    public double this[UInt128 name] => _number[Place(name)];

    /// <summary>Adds a state, or sets its number anew.</summary>
    public void Set(UInt128 name, double number)
    {
        var place = Place(name);
        if (double.IsNaN(_number[place]))
        {
            if (++Count > _name.Length / 2)
            {
                Grow();
                place = Place(name);
            }
            _name[place] = name;
        }
        _number[place] = number;
    }

    /// <summary>Forgets everything, and gives the memory back.</summary>
    public void Clear()
    {
        (_name, _number) = (new UInt128[FirstSize], NoNumbers(FirstSize));
        Count = 0;
    }

    private static double[] NoNumbers(int size)
    {
        var numbers = new double[size];
        Array.Fill(numbers, double.NaN);
        return numbers;
    }

    private int Place(UInt128 name)
    {
        var mask = _name.Length - 1;
        var place = (int)(ulong)name & mask;
        while (!double.IsNaN(_number[place]) && _name[place] != name)
            place = (place + 1) & mask;
        return place;
    }

    private void Grow()
    {
        var (names, numbers) = (_name, _number);
        _name = new UInt128[2 * names.Length];
        _number = NoNumbers(2 * names.Length);
        for (var i = 0; i < names.Length; i++)
        {
            if (double.IsNaN(numbers[i]))
                continue;
            var place = Place(names[i]);
            (_name[place], _number[place]) = (names[i], numbers[i]);
        }
    }
}
