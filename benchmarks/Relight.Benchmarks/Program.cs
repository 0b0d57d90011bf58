using Relight.Benchmarks;
using Relight.Benchmarks.AcCheck;
using Relight.Benchmarks.Delivery;
using Relight.Benchmarks.Import;
using Relight.Benchmarks.Matching;
using Relight.Benchmarks.Plans;
using Relight.Benchmarks.Register;
using Relight.Benchmarks.Replanning;

IBenchmark[] benchmarks =
[
    new DeliverySpeed(),
    new DeliveryAgreement(),
    new ImportSpeed(),
    new AcBenchmark(),
    new ReplanSpeed(),
    new MatchingSpeed(),
    new PlanQuality(),
    new ListSpeed(),
    new SupplySpeed(),
    new WriterSpeed(),
    new TableImportSpeed(),
];

return BenchmarkCommand.Run(benchmarks, args);
