using System.Text.Json.Nodes;
using CsCheck;
using Relight.Grid.Import;

namespace Relight.Tests.Grid;

public class PandapowerReaderTests
{
    private static readonly string s_folder = Repository.At("tests", "cases", "import", "pandapower");
    private static readonly string s_text = File.ReadAllText(Path.Combine(s_folder, "input.json"));

    [Fact]
    public void Reads_the_hand_made_case()
    {
        var read = PandapowerReader.Read(Path.Combine(s_folder, "input.json"));

        Assert.Empty(read.Errors);
        Assert.Equal("hand made", read.Value!.Name);
        NetworkEquality.AssertClose(MatpowerReader.Read(Path.Combine(s_folder, "expected.m")).Value!, read.Value);
    }

    [Fact]
    public void Names_what_it_does_not_use() =>
        Assert.Equal(
            [
                "input.json $.switch: 1: buses joined by closed switches are read as one",
                "input.json $.switch: 1: lines and transformers open at one end are out of service, and what they charge is not used",
                "input.json $.load: 1 rows: what is out of service in this table is not kept",
                "input.json $.ext_grid: an external grid without max_p_mw is taken to give as much as all loads together",
            ],
            PandapowerReader.Parse(s_text, "input.json").Findings.Select(f => f.ToString()).Take(4));

    [Fact]
    public void Names_tables_columns_and_results_that_nobody_uses()
    {
        var told = PandapowerReader.Parse(s_text, "input.json").Findings.Select(f => f.ToString()).ToList();

        Assert.Contains("input.json $.storage: 1 rows: this table is not used", told);
        Assert.Contains("input.json $.bus: not used of this table: type", told);
        Assert.Contains("input.json $.asymmetric_load: not used of this table: name, type", told);
        Assert.Contains("input.json $: not used of the net: res_bus, std_types", told);
    }

    [Fact]
    public void Reads_numbers_that_only_Python_writes()
    {
        var read = PandapowerReader.Parse(s_text.Replace("\"f_hz\": 50.0", "\"f_hz\": NaN, \"limit\": -Infinity, \"said\": \"NaN \\\" Infinity\"", StringComparison.Ordinal), "input.json");

        Assert.Empty(read.Errors);
        Assert.Equal(6, read.Value!.Buses.Count);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Reads_tables_written_by_column_and_by_row(bool byRow)
    {
        var net = JsonNode.Parse(s_text)!;
        foreach (var (_, member) in net["_object"]!.AsObject())
            if (member is JsonObject table && table["_class"]?.ToString() == "DataFrame")
            {
                table["_object"] = Nested(JsonNode.Parse(table["_object"]!.ToString())!, byRow).ToJsonString();
                table["orient"] = byRow ? "index" : "columns";
            }

        var read = PandapowerReader.Parse(net.ToJsonString(), "input.json");

        Assert.Empty(read.Errors);
        NetworkEquality.AssertClose(PandapowerReader.Parse(s_text, "input.json").Value!, read.Value!);
    }

    /// <summary>{ column: { index: value } } or { index: { column: value } } of what is in columns, index and data.</summary>
    private static JsonObject Nested(JsonNode split, bool byRow)
    {
        var nested = new JsonObject();
        foreach (var (row, cells) in split["data"]!.AsArray().Index())
            foreach (var (column, cell) in cells!.AsArray().Index())
            {
                var (index, name) = (split["index"]![row]!.ToString(), split["columns"]![column]!.ToString());
                var (outer, inner) = byRow ? (index, name) : (name, index);
                if (nested[outer] is null)
                    nested[outer] = new JsonObject();
                nested[outer]![inner] = cell?.DeepClone();
            }
        return nested;
    }

    [Fact]
    public void What_a_line_does_not_say_its_standard_type_does()
    {
        const string net = """
            { "_module": "pandapower.auxiliary", "_class": "pandapowerNet", "_object": { "sn_mva": 100, "f_hz": 50,
              "bus": { "_class": "DataFrame", "_object": "{\"columns\":[\"vn_kv\"],\"index\":[0,1],\"data\":[[100.0],[100.0]]}" },
              "ext_grid": { "_class": "DataFrame", "_object": "{\"columns\":[\"bus\",\"max_p_mw\"],\"index\":[0],\"data\":[[0,50.0]]}" },
              "line": { "_class": "DataFrame", "_object": "{\"columns\":[\"std_type\",\"from_bus\",\"to_bus\",\"length_km\",\"r_ohm_per_km\",\"x_ohm_per_km\"],\"index\":[0],\"data\":[[\"A\",0,1,10.0,0.5,null]]}" },
              "std_types": { "line": { "A": { "r_ohm_per_km": 0.1, "x_ohm_per_km": 0.4, "max_i_ka": 0.5 } } } } }
            """;

        var read = PandapowerReader.Parse(net, "net.json");

        Assert.Empty(read.Errors);
        var line = Assert.Single(read.Value!.Branches);
        Assert.Equal((0.05, 0.04), (line.Resistance, line.Reactance));
        Assert.Equal(50 * Math.Sqrt(3), line.RatingMegavoltAmperes, 1e-9);
    }

    [Theory]
    [InlineData("Ratio", "hv", 1.5, 0.0, 118.45, 150)]
    [InlineData("Ratio", "lv", 1.5, 0.0, 115, 150)]
    [InlineData("Ideal", "hv", 0.0, 1.5, 115, 153)]
    [InlineData("Ideal", "lv", 0.0, 1.5, 115, 147)]
    [InlineData("Ratio", "hv", 1.5, 90.0, 115.051738362, 151.71835)]
    [InlineData(null, "hv", 1.5, 0.0, 115, 150)]
    public void Reads_tap_changers(string? type, string side, double percent, double degrees, double highKilovolts, double shift)
    {
        var text = s_text
            .Replace("\\\"tap_step_degree\\\",\\\"parallel\\\"", "\\\"tap_step_degree\\\",\\\"tap_changer_type\\\",\\\"parallel\\\"", StringComparison.Ordinal)
            .Replace("150.0,\\\"hv\\\",0,2,1.5,0.0,1,1.0,true", FormattableString.Invariant($"150.0,\\\"{side}\\\",0,2,{percent},{degrees},{(type is null ? "null" : $"\\\"{type}\\\"")},1,1.0,true"), StringComparison.Ordinal);
        Assert.NotEqual(s_text, text);
        var branch = PandapowerReader.Parse(text, "input.json").Value!.Branches[2];

        Assert.Equal(shift, branch.ShiftDegrees, 1e-5);
        Assert.Equal(highKilovolts / (side == "lv" ? 21 * (1 + 2 * percent / 100) : 21) * 20 / 110, branch.Tap, 1e-8);
    }

    [Theory]
    [InlineData("pandapowerNet", "pandapowerNot", "input.json $: the file must be a pandapowerNet as pandapower's to_json writes it")]
    [InlineData("\"f_hz\": 50.0", "\"f_hz\": 50.0.", "input.json:7:17: must be JSON")]
    [InlineData("\"f_hz\": 50.0", "\"f_hz\": \"fifty\"", "input.json $.f_hz: \"fifty\": must be a finite number")]
    [InlineData("\"sn_mva\": 100.0", "\"sn_mva\": 0", "input.json $.sn_mva: 0: the MVA base must be a positive number")]
    [InlineData("[\\\"AB\\\",0,1,", "[\\\"AB\\\",0,9,", "input.json $.line[0].to_bus: 9: this bus does not exist")]
    [InlineData("[\\\"AB\\\",0,1,", "[\\\"AB\\\",0,0,", "input.json $.line[0]: 1: the two ends must be at different buses")]
    [InlineData("[\\\"AB\\\",0,1,10.0,0.1,0.4", "[\\\"AB\\\",0,1,10.0,0.1,0", "input.json $.line[0]: 0: the reactance of a branch must not be zero")]
    [InlineData("[\\\"AB\\\",0,1,10.0,0.1,0.4", "[\\\"AB\\\",0,1,10.0,0.1,\\\"x\\\"", "input.json $.line[0].x_ohm_per_km: \"x\": must be a finite number")]
    [InlineData("[\\\"A\\\",110.0", "[\\\"A\\\",-1", "input.json $.bus[0].vn_kv: -1: the nominal voltage must be above 0")]
    [InlineData("\\\"index\\\":[0,1,2,3,4,5]", "\\\"index\\\":[0,1,2,2,4,5]", "input.json $.bus[2]: an index may stand only once")]
    [InlineData("\\\"index\\\":[0,1,2,3,4,5]", "\\\"index\\\":[0,1]", "input.json $.bus: row 2 must be a list, with an index that is an integer of 0 or more")]
    [InlineData("0.0,15.0", "16.0,15.0", "input.json $.gen[0]: 16: the least active output must not be above the highest, 15 MW")]
    [InlineData("115.0,21.0", "115.0,0.0", "input.json $.trafo[0]: NaN: its values must be numbers that can be computed with")]
    public void Refuses_with_place_value_and_rule(string right, string wrong, string finding)
    {
        Assert.Contains(right, s_text);
        var read = PandapowerReader.Parse(s_text.Replace(right, wrong), "input.json");

        Assert.Null(read.Value);
        Assert.Contains(finding, read.Errors.Select(f => f.ToString()));
    }

    [Fact]
    public void A_mutated_file_gives_a_network_or_errors() =>
        Mutations.Of(s_text).Sample(
            mutated =>
            {
                var read = PandapowerReader.Parse(mutated, "input.json");
                Assert.Equal(read.Value is null, read.Errors.Any());
            },
            iter: Draws.Of(1000));

    /// <summary>Most random damage to JSON is caught by its parser; here values are changed where they stand.</summary>
    [Fact]
    public void Odd_values_give_a_network_or_errors()
    {
        string[] odd = ["null", "1e308", "-1", "0", "true", "[]", "{}", "\\\"\\\"", "\\\"\\ud800\\\"", "99999999999", "0.5"];
        var values = System.Text.RegularExpressions.Regex.Matches(s_text, @"(?<=[\[,])[-0-9.a-z]+(?=[,\]])");
        Gen.Select(Gen.Int[0, values.Count - 1], Gen.OneOf(odd)).Array[1, 3].Sample(
            changes =>
            {
                var text = changes.OrderByDescending(c => c.Item1).Aggregate(s_text, (t, c) => t.Remove(values[c.Item1].Index, values[c.Item1].Length).Insert(values[c.Item1].Index, c.Item2));
                var read = PandapowerReader.Parse(text, "input.json");
                Assert.Equal(read.Value is null, read.Errors.Any());
            },
            iter: Draws.Of(2000));
    }

    [Theory]
    [InlineData("pandapower", "input.json", "renamed.txt")]
    [InlineData("psse-33", "input.raw", "renamed")]
    [InlineData("psse-33", "expected.m", "renamed.case")]
    public void The_format_is_told_by_ending_or_text(string name, string file, string renamed)
    {
        var path = Repository.At("tests", "cases", "import", name, file);

        Assert.NotNull(NetworkReader.Read(path).Value);
        Assert.NotNull(NetworkReader.Parse(File.ReadAllText(path), renamed).Value);
        Assert.NotNull(NetworkReader.ReadWithDamage(path).Value);
    }

    [Fact]
    public void A_text_of_no_known_format_is_refused() =>
        Assert.StartsWith("the file must be", Assert.Single(NetworkReader.Parse("hello", "notes.txt").Errors).Rule);
}
